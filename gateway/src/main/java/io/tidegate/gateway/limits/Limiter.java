package io.tidegate.gateway.limits;

import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Counts;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.LimitRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says whether a call may leave now, so that no limit of the venue is ever passed (SPEC RLM-1, RLM-2).
///
/// ```text
///  0 %                                    80 %         90 %        100 %
///  ├───────────────────────────────────────┼────────────┼────────────┤
///   LOW ──────────────────────────────────▶
///   NORMAL, HIGH ───────────────────────────────────────▶
///   CRITICAL ────────────────────────────────────────────────────────▶
/// ```
///
/// Every limit that a call charges must have room below its priority's mark. A call too heavy for its mark may
/// leave while nothing is used, else it never could. Checking allocates nothing and looks only at the limits
/// charged. One thread; a window may be shared by the limiters of one thread, where the venue counts by address.
///
/// A call is charged the most that it can cost when it leaves, and what it did cost when its fate is known. So a
/// burst of orders that cost weight only when they are refused can never pass the limit, and none that was taken
/// holds room.
public final class Limiter {
    /// What became of a call.
    public enum Fate {
        DONE,
        REFUSED,
        UNKNOWN
    }

    /// A call may leave.
    public static final int FREE = -1;

    /// Bits of a mask.
    private static final int LIMITS_MAX = 64;

    private final List<LimitRule> rules;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Window[] windows;
    private final long[] capacity;
    private final long[] forWork;
    private final long[] forWhatCanWait;
    private long pausedUntilNs = Long.MIN_VALUE;

    /// @param rules  at most 64, each with its own name
    /// @param window finds or makes the window that counts a rule
    public Limiter(List<LimitRule> rules, LimitPolicy policy, Function<LimitRule, Window> window) {
        this.rules = List.copyOf(rules);
        int count = this.rules.size();
        if (count > LIMITS_MAX) {
            throw new IllegalArgumentException(count + " limits, expected at most " + LIMITS_MAX);
        }
        windows = new Window[count];
        capacity = new long[count];
        forWork = new long[count];
        forWhatCanWait = new long[count];
        for (int i = 0; i < count; i++) {
            LimitRule rule = this.rules.get(i);
            if (indexes.put(rule.name(), i) != null) {
                throw new IllegalArgumentException("two limits of the name " + rule.name());
            }
            windows[i] = window.apply(rule);
            capacity[i] = rule.capacity();
            forWork[i] = rule.capacity() - percent(rule.capacity(), policy.reservePercent());
            forWhatCanWait[i] = Math.min(forWork[i], percent(rule.capacity(), policy.warnPercent()));
        }
    }

    private static long percent(long whole, int percent) {
        return whole / 100 * percent + whole % 100 * percent / 100;
    }

    /// Resolves a cost, once per call.
    ///
    /// @throws IllegalArgumentException when it names a limit that the venue did not declare, or is beyond one's
    ///                                  capacity: such a call could never leave
    public Charges charges(Cost cost) {
        int count = cost.charges().size();
        int[] limits = new int[count];
        long[] amounts = new long[count];
        Counts[] counts = new Counts[count];
        for (int i = 0; i < count; i++) {
            Cost.Charge charge = cost.charges().get(i);
            Integer limit = indexes.get(charge.limit());
            if (limit == null || charge.amount() < 0 || charge.amount() > capacity[limit]) {
                throw new IllegalArgumentException("a call costs " + charge.amount() + " of " + charge.limit()
                        + ", expected 0 to the capacity of one of " + rules);
            }
            limits[i] = limit;
            amounts[i] = charge.amount();
            counts[i] = charge.counts();
        }
        return new Charges(limits, amounts, counts);
    }

    /// Which limit keeps a call from leaving.
    ///
    /// @return its index, or [#FREE]
    public int blockedBy(Charges charges, Priority priority, long nowNs) {
        for (int i = 0; i < charges.limits.length; i++) {
            int limit = charges.limits[i];
            long used = windows[limit].used(nowNs);
            if (used + charges.amounts[i] > mark(limit, priority) && used > 0) {
                return limit;
            }
        }
        return FREE;
    }

    /// Counts a call that leaves now.
    public void take(Charges charges, long nowNs) {
        for (int i = 0; i < charges.limits.length; i++) {
            windows[charges.limits[i]].take(charges.amounts[i], nowNs);
        }
    }

    /// What became of a call is known: what it did not cost is free again.
    ///
    /// @param leftNs when it was taken
    public void settle(Charges charges, Fate fate, long leftNs, long nowNs) {
        for (int i = 0; i < charges.limits.length; i++) {
            boolean isCounted = switch (charges.counts[i]) {
                case ALWAYS -> true;
                case UNLESS_DONE -> fate != Fate.DONE;
                case UNLESS_REFUSED -> fate != Fate.REFUSED;
            };
            windows[charges.limits[i]].settle(charges.amounts[i], isCounted, leftNs, nowNs);
        }
    }

    private long mark(int limit, Priority priority) {
        return switch (priority) {
            case CRITICAL -> capacity[limit];
            case HIGH, NORMAL -> forWork[limit];
            case LOW -> forWhatCanWait[limit];
        };
    }

    /// The venue's own counter: it corrects ours, and never takes away what may have been counted since. A name
    /// that the venue did not declare is ignored.
    ///
    /// @param askedNs when the question left whose answer tells it
    public void counted(String limit, long used, long askedNs, long nowNs) {
        Integer index = indexes.get(limit);
        if (index != null) {
            windows[index].told(used, askedNs, nowNs);
        }
    }

    /// Lets nothing leave until then; an earlier time than before changes nothing (SPEC RLM-2, Property 34).
    public void pauseUntil(long untilNs) {
        pausedUntilNs = Math.max(pausedUntilNs, untilNs);
    }

    /// Nothing leaves before this time.
    public long pausedUntilNs() {
        return pausedUntilNs;
    }

    /// All limits, in the venue's order.
    public List<LimitUse> use(long nowNs) {
        var use = new ArrayList<LimitUse>(rules.size());
        for (int i = 0; i < windows.length; i++) {
            use.add(new LimitUse(rules.get(i), windows[i].used(nowNs), windows[i].resetNs(nowNs)));
        }
        return List.copyOf(use);
    }
}
