package io.tidegate.venues.binance;

import io.tidegate.venues.api.VenueCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is under way, by id, in the order asked; and what was asked in vain a while ago, whose late answers
/// are facts all the same. Holds at most 10,000 of each.
final class CallTable {
    static final int UNDER_WAY_MAX = 10_000;

    private final Map<Long, UnderWay> underWay = new LinkedHashMap<>();
    private final Map<Long, VenueCall> overdue = new LinkedHashMap<>();
    private long lastId;
    private long earliestDeadlineNs = Long.MAX_VALUE;

    long nextId() {
        return ++lastId;
    }

    boolean isFull() {
        return underWay.size() >= UNDER_WAY_MAX;
    }

    void add(UnderWay asked) {
        underWay.put(asked.id(), asked);
        earliestDeadlineNs = Math.min(earliestDeadlineNs, asked.deadlineNs());
    }

    /// Takes out what an answer belongs to.
    Optional<UnderWay> take(long id) {
        return Optional.ofNullable(underWay.remove(id));
    }

    /// Takes out what has waited until its deadline.
    List<UnderWay> takeExpired(long nowNs) {
        if (nowNs < earliestDeadlineNs) {
            return List.of();
        }
        List<UnderWay> expired = takeAll(asked -> asked.deadlineNs() <= nowNs);
        earliestDeadlineNs = Long.MAX_VALUE;
        for (UnderWay asked : underWay.values()) {
            earliestDeadlineNs = Math.min(earliestDeadlineNs, asked.deadlineNs());
        }
        return expired;
    }

    /// Takes out what was asked by the socket: it will have no answer.
    List<UnderWay> takeSocket() {
        return takeAll(UnderWay::isBySocket);
    }

    boolean hasSocketCalls() {
        return underWay.values().stream().anyMatch(asked -> asked.isBySocket() && isWorthWaitingFor(asked.purpose()));
    }

    private static boolean isWorthWaitingFor(UnderWay.Purpose purpose) {
        return !(purpose instanceof UnderWay.Purpose.Ping || purpose instanceof UnderWay.Purpose.Counts);
    }

    boolean isAskingTime() {
        return underWay.values().stream().anyMatch(asked -> asked.purpose() instanceof UnderWay.Purpose.Time);
    }

    /// At or before the next deadline; `Long.MAX_VALUE` when nothing is under way.
    long earliestDeadlineNs() {
        return underWay.isEmpty() ? Long.MAX_VALUE : earliestDeadlineNs;
    }

    /// Remembers a call whose outcome was told without an answer.
    void remember(long id, VenueCall call) {
        overdue.put(id, call);
        if (overdue.size() > UNDER_WAY_MAX) {
            Iterator<Long> oldest = overdue.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /// Takes out the call that a late answer belongs to.
    Optional<VenueCall> takeOverdue(long id) {
        return Optional.ofNullable(overdue.remove(id));
    }

    private List<UnderWay> takeAll(Predicate<UnderWay> which) {
        List<UnderWay> taken = new ArrayList<>();
        Iterator<UnderWay> all = underWay.values().iterator();
        while (all.hasNext()) {
            UnderWay asked = all.next();
            if (which.test(asked)) {
                taken.add(asked);
                all.remove();
            }
        }
        return taken;
    }
}
