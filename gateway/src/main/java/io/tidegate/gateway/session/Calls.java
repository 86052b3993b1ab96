package io.tidegate.gateway.session;

import io.tidegate.gateway.limits.LimitUse;
import io.tidegate.gateway.limits.Limiter;
import io.tidegate.gateway.limits.Limiter.Fate;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Everything that is asked of one venue account: waits here until the line is up and the limits have room,
/// most urgent first, and is answered here.
///
/// What is urgent overtakes; among equals the first asked is the first sent. A call that a limit holds back
/// also holds back less urgent ones that charge the same limit, but no others. A call without an outcome after
/// a while ends as unknown, so that nobody waits for ever; a later outcome is ignored, what it stood for is
/// found by look-up. One thread.
public final class Calls {
    /// Where a venue asks us to slow down and names no time (SPEC RLM-2).
    private static final long PAUSE_NS = 60_000_000_000L;

    private static final long SWEEP_NS = 50_000_000L;
    private static final int TURN_LIMIT = 64;
    private static final List<Priority> BY_URGENCY = List.of(Priority.values());

    private final VenueLine line;
    private final Limiter limiter;
    private final int waitingMax;
    private final long answerWithinNs;
    private final EnumMap<Priority, ArrayDeque<Ticket>> waiting = new EnumMap<>(Priority.class);
    private final LinkedHashMap<Long, Ticket> underWay = new LinkedHashMap<>();
    private long lastCallId;
    private long sweepNs;

    /// @param waitingMax     how many calls of each priority may wait, positive
    /// @param answerWithinNs how long a call may be under way, positive
    public Calls(VenueLine line, Limiter limiter, int waitingMax, long answerWithinNs) {
        this.line = line;
        this.limiter = limiter;
        this.waitingMax = waitingMax;
        this.answerWithinNs = answerWithinNs;
        for (Priority priority : BY_URGENCY) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    /// Takes a call over.
    ///
    /// @param waitNs how long it may wait before it is dropped; `Long.MAX_VALUE` for as long as it takes
    /// @return empty when too many wait already: nothing was taken over
    public Optional<Ticket> ask(VenueCall call, long waitNs, long nowNs, Caller caller) {
        Cost cost = line.cost(call);
        var queue = queue(cost.priority());
        if (queue.size() >= waitingMax) {
            return Optional.empty();
        }
        long expiresNs = waitNs == Long.MAX_VALUE ? Long.MAX_VALUE : Math.addExact(nowNs, waitNs);
        var ticket = new Ticket(call, caller, limiter.charges(cost), cost.priority(), nowNs, expiresNs);
        queue.addLast(ticket);
        return Optional.of(ticket);
    }

    private ArrayDeque<Ticket> queue(Priority priority) {
        var queue = waiting.get(priority);
        if (queue == null) {
            throw new IllegalStateException("no queue for " + priority);
        }
        return queue;
    }

    /// Takes a waiting call back; its caller is told nothing.
    ///
    /// @return false when it has left or is over: then nothing changes
    public boolean withdraw(Ticket ticket) {
        if (!ticket.isWaiting()) {
            return false;
        }
        ticket.state = Ticket.State.OVER;
        queue(ticket.priority).remove(ticket);
        return true;
    }

    /// Lets calls leave, drops those that have waited too long, ends those without an answer.
    ///
    /// @return how many things it did
    public int poll(long nowNs) {
        int work = endUnanswered(nowNs);
        if (nowNs >= sweepNs) {
            sweepNs = nowNs + SWEEP_NS;
            work += dropExpired(nowNs);
        }
        long blocked = 0;
        for (Priority priority : BY_URGENCY) {
            var queue = queue(priority);
            while (work < TURN_LIMIT && mayLeave(nowNs) && !queue.isEmpty()) {
                Ticket ticket = queue.getFirst();
                String refusal = ticket.expiresNs <= nowNs ? "WAITED_TOO_LONG" : ticket.caller.refusal(nowNs);
                if (!refusal.isEmpty()) {
                    queue.removeFirst();
                    drop(ticket, refusal, nowNs);
                } else if ((ticket.charges.mask() & blocked) != 0) {
                    break;
                } else {
                    int limit = limiter.blockedBy(ticket.charges, priority, nowNs);
                    if (limit != Limiter.FREE) {
                        blocked |= 1L << limit;
                        break;
                    }
                    queue.removeFirst();
                    leave(ticket, nowNs);
                }
                work++;
            }
        }
        return work;
    }

    private boolean mayLeave(long nowNs) {
        return line.isUp() && nowNs >= limiter.pausedUntilNs();
    }

    private void leave(Ticket ticket, long nowNs) {
        limiter.take(ticket.charges, nowNs);
        ticket.state = Ticket.State.UNDER_WAY;
        ticket.leftNs = nowNs;
        long callId = ++lastCallId;
        underWay.put(callId, ticket);
        ticket.caller.left(nowNs);
        line.call(callId, ticket.call, nowNs);
    }

    private static void drop(Ticket ticket, String reason, long nowNs) {
        ticket.state = Ticket.State.OVER;
        ticket.caller.dropped(reason, nowNs);
    }

    private int dropExpired(long nowNs) {
        var expired = new ArrayDeque<Ticket>();
        for (var queue : waiting.values()) {
            for (Iterator<Ticket> each = queue.iterator(); each.hasNext(); ) {
                Ticket ticket = each.next();
                if (ticket.expiresNs <= nowNs) {
                    each.remove();
                    expired.addLast(ticket);
                }
            }
        }
        expired.forEach(ticket -> drop(ticket, "WAITED_TOO_LONG", nowNs));
        return expired.size();
    }

    private int endUnanswered(long nowNs) {
        int ended = 0;
        while (!underWay.isEmpty()) {
            var oldest = underWay.firstEntry();
            if (nowNs - oldest.getValue().leftNs < answerWithinNs) {
                break;
            }
            ended++;
            outcome(oldest.getKey(), unknown("NO_OUTCOME", "no outcome within " + answerWithinNs + " ns"), nowNs);
        }
        return ended;
    }

    private static Outcome unknown(String code, String words) {
        return new Outcome.Failed(
                new VenueError(Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, code, words, 0));
    }

    /// The session says how a call ended.
    public void outcome(long callId, Outcome outcome, long nowNs) {
        Ticket ticket = underWay.remove(callId);
        if (ticket == null) {
            return;
        }
        ticket.state = Ticket.State.OVER;
        limiter.settle(ticket.charges, fate(outcome), ticket.leftNs, nowNs);
        if (outcome instanceof Outcome.Failed failed && isPause(failed.error())) {
            long retryAtNs = failed.error().retryAtNs();
            limiter.pauseUntil(retryAtNs > 0 ? retryAtNs : nowNs + PAUSE_NS);
        }
        ticket.caller.ended(outcome, nowNs);
    }

    private static Fate fate(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(VenueError error) ->
                error.certainty() == Certainty.UNKNOWN ? Fate.UNKNOWN : Fate.REFUSED;
            default -> Fate.DONE;
        };
    }

    /// Too many orders is a limit of orders; cancels and questions need not wait for it.
    private static boolean isPause(VenueError error) {
        return error.category() == Category.RATE_LIMITED && error.reason() != Reason.TOO_MANY_ORDERS;
    }

    /// The venue counts that much of a limit.
    public void counted(String limit, long used, long askedNs, long nowNs) {
        limiter.counted(limit, used, askedNs, nowNs);
    }

    /// Lets nothing leave until then.
    public void pauseUntil(long untilNs) {
        limiter.pauseUntil(untilNs);
    }

    /// Until when nothing leaves; `Long.MIN_VALUE` when there was never a pause.
    public long pausedUntilNs() {
        return limiter.pausedUntilNs();
    }

    public int underWayCount() {
        return underWay.size();
    }

    public int waitingCount() {
        int count = 0;
        for (var queue : waiting.values()) {
            count += queue.size();
        }
        return count;
    }

    /// When the call that has waited longest was asked; `nowNs` when none waits.
    public long oldestAskedNs(long nowNs) {
        long oldestNs = nowNs;
        for (var queue : waiting.values()) {
            if (!queue.isEmpty()) {
                oldestNs = Math.min(oldestNs, queue.getFirst().askedNs);
            }
        }
        return oldestNs;
    }

    /// All limits of the venue, and how much of each is used.
    public List<LimitUse> limits(long nowNs) {
        return limiter.use(nowNs);
    }
}
