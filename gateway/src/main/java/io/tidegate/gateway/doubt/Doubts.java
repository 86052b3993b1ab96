package io.tidegate.gateway.doubt;

import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.known.Lease;
import io.tidegate.gateway.known.LogClock;
import io.tidegate.gateway.session.Backoff;
import io.tidegate.gateway.session.Caller;
import io.tidegate.gateway.session.Calls;
import io.tidegate.gateway.session.Ticket;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The orders of one venue account whose state at the venue is not known.
///
/// Each is asked for at once, then after 1, 2, 4 … 30 s, until the venue's word settles it. Finding nothing
/// settles nothing by itself: it counts only when the question left after nobody could send the order any more,
/// and absence is told when a second such question left after the venue's own deadline and visibility window had
/// passed too. An order of which the venue has ever spoken is never told absent, however often it is not found
/// (SPEC ORD-10; SCENARIOS X01 to X03).
///
/// ```text
///  log time ──┬──────────────┬──────────────────────────────────────┬──────────▶
///         hand-out      send-before      + request expiry + visibility
///             nothing counts │ a first question may count            │ a second one may
/// ```
///
/// One thread.
public final class Doubts {
    private static final class Doubt implements Caller {
        private final Doubts home;
        private final Child child;
        private final String reason;
        private final long sinceNs;
        private long nextNs;
        private int questions;
        private boolean answered;
        private long askedLogNs = Long.MIN_VALUE;
        private long firstLogNs = Long.MIN_VALUE;
        private @Nullable Ticket ticket;

        Doubt(Doubts home, Child child, String reason, long nowNs, long firstNs) {
            this.home = home;
            this.child = child;
            this.reason = reason;
            this.sinceNs = nowNs;
            this.nextNs = firstNs;
        }

        boolean isFirstCounted() {
            return firstLogNs != Long.MIN_VALUE;
        }

        @Override
        public void left(long nowNs) {
            askedLogNs = home.clock.earliest(nowNs);
        }

        @Override
        public void dropped(String why, long nowNs) {
            home.askLater(this, nowNs);
        }

        @Override
        public void ended(Outcome outcome, long nowNs) {
            home.answered(this, outcome, nowNs);
        }
    }

    /// A doubt, for people.
    ///
    /// @param questions how often the venue was asked
    public record DoubtView(long childId, String clientOrderId, String reason, long sinceNs, int questions) {}

    private final Calls calls;
    private final Facts facts;
    private final Outbox outbox;
    private final LogClock clock;
    private final Lease lease;
    private final AbsenceRule rule;
    private final LinkedHashMap<Long, Doubt> doubts = new LinkedHashMap<>();

    public Doubts(Calls calls, Facts facts, Outbox outbox, LogClock clock, Lease lease, AbsenceRule rule) {
        this.calls = calls;
        this.facts = facts;
        this.outbox = outbox;
        this.clock = clock;
        this.lease = lease;
        this.rule = rule;
    }

    /// From now on this child is asked for; one that is asked for already is asked again soon.
    ///
    /// @param firstNs when the venue is asked first
    public void open(Child child, String reason, long nowNs, long firstNs) {
        var known = doubts.get(child.childId());
        if (known == null) {
            doubts.put(child.childId(), new Doubt(this, child, reason, nowNs, firstNs));
        } else if (known.ticket == null) {
            known.answered = false;
            known.nextNs = known.questions == 0 ? Math.min(known.nextNs, firstNs) : known.nextNs;
        }
    }

    /// The venue has said how this child stands without being asked by us.
    public void settle(Child child) {
        var known = doubts.remove(child.childId());
        if (known != null) {
            withdraw(known);
        }
    }

    /// Whether nobody knows how this child stands at the venue.
    public boolean contains(Child child) {
        return doubts.containsKey(child.childId());
    }

    /// Whether the venue has not yet answered a question about this child since the doubt began.
    public boolean isUnanswered(Child child) {
        var doubt = doubts.get(child.childId());
        return doubt != null && !doubt.answered;
    }

    /// Asks what is due; forgets what the core has seen end.
    ///
    /// @return how many things it did
    public int poll(long nowNs) {
        if (doubts.isEmpty()) {
            return 0;
        }
        int work = 0;
        for (var each = doubts.values().iterator(); each.hasNext(); ) {
            Doubt doubt = each.next();
            if (doubt.child.isOver()) {
                withdraw(doubt);
                each.remove();
                work++;
            } else if (doubt.ticket == null && nowNs >= doubt.nextNs) {
                ask(doubt, nowNs);
                work++;
            }
        }
        return work;
    }

    private void ask(Doubt doubt, long nowNs) {
        Optional<Ticket> taken = calls.ask(new VenueCall.LookUp(doubt.child.key()), Long.MAX_VALUE, nowNs, doubt);
        if (taken.isPresent()) {
            doubt.ticket = taken.get();
        } else {
            askLater(doubt, nowNs);
        }
    }

    private void askLater(Doubt doubt, long nowNs) {
        doubt.ticket = null;
        doubt.nextNs = nowNs + Backoff.QUESTIONS.delayNs(doubt.questions);
        doubt.questions++;
        long earliestNs = clock.earliest(nowNs);
        if (earliestNs != Long.MIN_VALUE && !doubt.child.isHeard()) {
            // Not later than the moment from which the answer will count.
            long countsNs = doubt.child.sendBeforeNs()
                    + (doubt.isFirstCounted() ? rule.unseenNs().getAsLong() : 0)
                    + 1;
            if (countsNs > earliestNs) {
                doubt.nextNs = Math.min(doubt.nextNs, nowNs + countsNs - earliestNs);
            }
        }
    }

    private void answered(Doubt doubt, Outcome outcome, long nowNs) {
        doubt.ticket = null;
        switch (outcome) {
            case Outcome.Found found -> found(doubt, found.order());
            case Outcome.Done done -> found(doubt, done.order());
            case Outcome.NotFound _ -> notFound(doubt, nowNs);
            case Outcome.Failed _,
                    Outcome.OpenOrdersSeen _,
                    Outcome.FillsSeen _,
                    Outcome.BalancesSeen _,
                    Outcome.QuoteSeen _,
                    Outcome.Further _,
                    Outcome.AllCancelled _ -> askLater(doubt, nowNs);
        }
    }

    private void found(Doubt doubt, OrderState state) {
        doubts.remove(doubt.child.childId());
        facts.order(doubt.child, state, Evidence.VENUE_LOOKUP);
    }

    private void notFound(Doubt doubt, long nowNs) {
        doubt.answered = true;
        Child child = doubt.child;
        if (!child.isHeard() && doubt.askedLogNs > child.sendBeforeNs()) {
            count(doubt, child);
        }
        askLater(doubt, nowNs);
    }

    private void count(Doubt doubt, Child child) {
        if (!doubt.isFirstCounted()) {
            doubt.firstLogNs = doubt.askedLogNs;
        } else if (doubt.askedLogNs > child.sendBeforeNs() + rule.unseenNs().getAsLong()
                && doubt.askedLogNs > doubt.firstLogNs) {
            outbox.send(new ReportAbsent(
                    child.childId(), lease.epoch(), doubt.firstLogNs, doubt.askedLogNs, rule.lookUp()));
            doubt.firstLogNs = doubt.askedLogNs;
        }
    }

    /// Asks nothing more: somebody else holds the lease, or the line is gone for good.
    public void close() {
        doubts.values().forEach(this::withdraw);
        doubts.clear();
    }

    private void withdraw(Doubt doubt) {
        Ticket ticket = doubt.ticket;
        if (ticket != null) {
            calls.withdraw(ticket);
        }
    }

    public int count() {
        return doubts.size();
    }

    /// The doubts, oldest first, at most `limit`.
    public List<DoubtView> view(int limit) {
        var views = new ArrayList<DoubtView>();
        for (Doubt doubt : doubts.values()) {
            if (views.size() == limit) {
                break;
            }
            views.add(new DoubtView(
                    doubt.child.childId(), doubt.child.clientOrderId(), doubt.reason, doubt.sinceNs, doubt.questions));
        }
        return List.copyOf(views);
    }
}
