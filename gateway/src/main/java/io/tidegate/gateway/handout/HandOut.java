package io.tidegate.gateway.handout;

import io.tidegate.gateway.doubt.Doubts;
import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.handout.Lane.State;
import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.known.LogClock;
import io.tidegate.gateway.session.Backoff;
import io.tidegate.gateway.session.Caller;
import io.tidegate.gateway.session.Calls;
import io.tidegate.gateway.session.Ticket;
import io.tidegate.model.command.ReportNotSent;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// Sends what the core hands out, once, or says that it did not; cancels what the core wants cancelled.
///
/// A submission is tried again only when the venue, or the network, is certain that it was not taken. Whatever
/// else goes wrong leads into doubt, and a look-up settles it (SPEC ORD-8). A cancel waits for the outcome of its
/// submission; of an order that has not left it makes no call at all (SCENARIOS X04, X05). One thread.
public final class HandOut {
    private static final long LOOK_AGAIN_NS = 5_000_000L;
    /// The reconciliation of a start tells most of what is inherited by two or three questions.
    private static final long INHERITED_NS = 2_000_000_000L;

    private final Calls calls;
    private final Facts facts;
    private final Doubts doubts;
    private final Outbox outbox;
    private final LogClock clock;
    private final Permission permission;
    private final HandOutSettings settings;
    private final LongConsumer sentAfterNs;
    private final LinkedHashMap<Long, Lane> lanes = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Lane> restless = new LinkedHashMap<>();
    private long nextNs;
    private long sentCount;
    private long notSentCount;

    /// @param sentAfterNs is told with each order how long after its receipt it left
    public HandOut(
            Calls calls,
            Facts facts,
            Doubts doubts,
            Outbox outbox,
            LogClock clock,
            Permission permission,
            HandOutSettings settings,
            LongConsumer sentAfterNs) {
        this.calls = calls;
        this.facts = facts;
        this.doubts = doubts;
        this.outbox = outbox;
        this.clock = clock;
        this.permission = permission;
        this.settings = settings;
        this.sentAfterNs = sentAfterNs;
    }

    /// The core hands a child out under our own lease: it is sent, or reported unsent.
    public void ready(Child child, long nowNs) {
        var lane = new Lane(child, State.SUBMIT_WAITS);
        lanes.put(child.childId(), lane);
        submit(lane, nowNs);
    }

    /// A child of an earlier lease: it may have been sent, and is never sent again.
    public void inherit(Child child, long nowNs) {
        if (child.isOver() || lanes.containsKey(child.childId())) {
            return;
        }
        child.leave();
        var lane = new Lane(child, State.IDLE);
        lanes.put(child.childId(), lane);
        if (!child.isHeard()) {
            doubt(lane, "INHERITED", nowNs, nowNs + INHERITED_NS);
        }
        restless.put(child.childId(), lane);
    }

    /// The core wants a child cancelled.
    public void cancel(Child child, long nowNs) {
        child.askCancel();
        Lane lane = lanes.get(child.childId());
        if (lane == null && child.status().isTerminal()) {
            child.rise();
            lane = new Lane(child, State.IDLE);
            lanes.put(child.childId(), lane);
        }
        if (lane == null) {
            return;
        }
        if (lane.isUnsent()) {
            unsent(lane, NotSent.CANCELLED_BEFORE_SENT);
        } else {
            restless.put(child.childId(), lane);
            settle(lane, nowNs);
        }
    }

    /// The core wants a child changed in place.
    public void amend(Child child, long nowNs) {
        Lane lane = lanes.get(child.childId());
        if (lane != null && !lane.isUnsent()) {
            restless.put(child.childId(), lane);
            settle(lane, nowNs);
        }
    }

    /// The core says that a child has ended.
    public void over(Child child) {
        Lane lane = lanes.remove(child.childId());
        restless.remove(child.childId());
        if (lane != null) {
            withdraw(lane);
        }
    }

    /// Takes back what has not left.
    ///
    /// @param which  those that it concerns
    /// @param reason one of [NotSent]'s words
    public void drop(Predicate<Child> which, String reason) {
        var concerned = new ArrayList<Lane>();
        for (Lane lane : lanes.values()) {
            if (lane.isUnsent() && which.test(lane.child)) {
                concerned.add(lane);
            }
        }
        concerned.forEach(lane -> unsent(lane, reason));
    }

    /// Tries again what is due.
    ///
    /// @return how many orders were looked at
    public int poll(long nowNs) {
        if (restless.isEmpty() || nowNs < nextNs) {
            return 0;
        }
        nextNs = nowNs + LOOK_AGAIN_NS;
        var due = List.copyOf(restless.values());
        int work = 0;
        for (Lane lane : due) {
            if (nowNs >= lane.notBeforeNs && lane.ticket == null) {
                work += settle(lane, nowNs);
            }
        }
        return work;
    }

    private int settle(Lane lane, long nowNs) {
        if (lane.state == State.IN_DOUBT && !doubts.contains(lane.child)) {
            lane.state = State.IDLE;
        }
        return switch (lane.state) {
            case SUBMIT_AGAIN -> {
                restless.remove(lane.child.childId());
                submit(lane, nowNs);
                yield 1;
            }
            case IDLE -> {
                boolean asked = lane.child.isCancelAsked() || lane.child.isAmendAsked();
                if (lane.child.isOver() || !asked) {
                    restless.remove(lane.child.childId());
                    if (lane.child.status().isTerminal()) {
                        lanes.remove(lane.child.childId());
                    }
                } else {
                    restless.put(lane.child.childId(), lane);
                    if (nowNs >= lane.notBeforeNs && lane.child.isCancelAsked()) {
                        askCancel(lane, nowNs);
                    } else if (nowNs >= lane.notBeforeNs) {
                        askAmend(lane, nowNs);
                    }
                }
                yield 1;
            }
            case IN_DOUBT,
                    SUBMIT_WAITS,
                    SUBMIT_UNDER_WAY,
                    CANCEL_WAITS,
                    CANCEL_UNDER_WAY,
                    AMEND_WAITS,
                    AMEND_UNDER_WAY -> 0;
        };
    }

    private void submit(Lane lane, long nowNs) {
        lane.state = State.SUBMIT_WAITS;
        String refusal = refusal(lane.child, nowNs);
        if (!refusal.isEmpty()) {
            unsent(lane, refusal);
            return;
        }
        Optional<Ticket> taken =
                calls.ask(new VenueCall.Submit(lane.child.terms()), settings.queueAgeNs(), nowNs, new Submission(lane));
        if (taken.isEmpty()) {
            unsent(lane, NotSent.QUEUE_FULL);
            return;
        }
        lane.ticket = taken.get();
    }

    private String refusal(Child child, long nowNs) {
        String refusal = permission.refusal(child);
        boolean late = clock.latest(nowNs) + settings.marginNs() >= child.sendBeforeNs();
        return !refusal.isEmpty() ? refusal : late ? NotSent.TOO_LATE : "";
    }

    /// It has not left, or the venue did not take it, and it will not be tried again.
    private void unsent(Lane lane, String reason) {
        withdraw(lane);
        lanes.remove(lane.child.childId());
        restless.remove(lane.child.childId());
        notSentCount++;
        if (lane.submissions == 0) {
            lane.child.end(EndKind.REJECTED, 0);
            outbox.send(new ReportNotSent(lane.child.childId(), lane.child.epoch(), reason));
        } else {
            facts.refused(lane.child, lane.lastAnswer + ", not tried again: " + reason);
        }
    }

    private void withdraw(Lane lane) {
        Ticket ticket = lane.ticket;
        if (ticket != null && calls.withdraw(ticket)) {
            lane.ticket = null;
        }
    }

    void doubt(Lane lane, String reason, long nowNs) {
        doubt(lane, reason, nowNs, nowNs);
    }

    private void doubt(Lane lane, String reason, long nowNs, long firstNs) {
        lane.state = State.IN_DOUBT;
        doubts.open(lane.child, reason, nowNs, firstNs);
        restless.put(lane.child.childId(), lane);
    }

    private void askCancel(Lane lane, long nowNs) {
        Optional<Ticket> taken = calls.ask(
                new VenueCall.Cancel(lane.child.key()),
                Long.MAX_VALUE,
                nowNs,
                new Cancellation(this, lane, facts, outbox));
        if (taken.isPresent()) {
            lane.state = State.CANCEL_WAITS;
            lane.ticket = taken.get();
        } else {
            lane.notBeforeNs = nowNs + Backoff.QUESTIONS.delayNs(0);
        }
    }

    private void askAmend(Lane lane, long nowNs) {
        Optional<Ticket> taken = calls.ask(
                new VenueCall.Amend(lane.child.key(), lane.child.amendment()),
                settings.queueAgeNs(),
                nowNs,
                new Amendment(this, lane, facts, outbox));
        if (taken.isPresent()) {
            lane.state = State.AMEND_WAITS;
            lane.ticket = taken.get();
        } else {
            lane.notBeforeNs = nowNs + Backoff.QUESTIONS.delayNs(0);
        }
    }

    /// How many orders were sent, tries again left out.
    public long sentCount() {
        return sentCount;
    }

    /// How many were handed out and not sent.
    public long notSentCount() {
        return notSentCount;
    }

    /// Whether a request of this order is under way, so that its answer will say more than a look-up can.
    public boolean isUnderWay(Child child) {
        Lane lane = lanes.get(child.childId());
        return lane != null
                && (lane.state == State.SUBMIT_UNDER_WAY
                        || lane.state == State.CANCEL_UNDER_WAY
                        || lane.state == State.AMEND_UNDER_WAY);
    }

    /// A submission's way.
    private final class Submission implements Caller {
        private final Lane lane;

        Submission(Lane lane) {
            this.lane = lane;
        }

        @Override
        public String refusal(long nowNs) {
            return HandOut.this.refusal(lane.child, nowNs);
        }

        @Override
        public void left(long nowNs) {
            lane.state = State.SUBMIT_UNDER_WAY;
            lane.child.leave();
            if (lane.submissions++ == 0) {
                sentCount++;
                sentAfterNs.accept(Math.max(0, nowNs - lane.child.receivedNs()));
            }
        }

        @Override
        public void dropped(String reason, long nowNs) {
            lane.ticket = null;
            unsent(lane, reason);
        }

        @Override
        public void ended(Outcome outcome, long nowNs) {
            lane.ticket = null;
            switch (outcome) {
                case Outcome.Done done -> {
                    facts.order(lane.child, done.order(), Evidence.VENUE_ANSWER);
                    lane.state = State.IDLE;
                    settle(lane, nowNs);
                }
                case Outcome.Failed failed -> failed(failed.error(), nowNs);
                case Outcome.Found _,
                        Outcome.NotFound _,
                        Outcome.OpenOrdersSeen _,
                        Outcome.FillsSeen _,
                        Outcome.BalancesSeen _,
                        Outcome.QuoteSeen _,
                        Outcome.Further _,
                        Outcome.AllCancelled _ ->
                    unknown("UNEXPECTED_OUTCOME " + outcome.getClass().getSimpleName(), nowNs);
            }
        }

        private void failed(VenueError error, long nowNs) {
            if (error.reason() == Reason.DUPLICATE_ID || error.certainty() == Certainty.DONE_BEFORE) {
                lane.child.hear();
                unknown(words(error), nowNs);
            } else if (error.certainty() == Certainty.UNKNOWN) {
                unknown(words(error), nowNs);
            } else if (isWorthAnotherTry(error)
                    && lane.submissions < settings.submitMax()
                    && !lane.child.isCancelAsked()) {
                lane.child.comeBack();
                lane.lastAnswer = words(error);
                lane.state = State.SUBMIT_AGAIN;
                lane.notBeforeNs = Math.max(error.retryAtNs(), nowNs + Backoff.QUESTIONS.delayNs(lane.submissions - 1));
                restless.put(lane.child.childId(), lane);
            } else {
                lanes.remove(lane.child.childId());
                restless.remove(lane.child.childId());
                facts.refused(lane.child, words(error));
            }
        }

        private void unknown(String reason, long nowNs) {
            outbox.send(new ReportUnknown(lane.child.childId(), reason));
            doubt(lane, reason, nowNs);
        }
    }

    static boolean isWorthAnotherTry(VenueError error) {
        return error.category() == Category.RETRYABLE || error.category() == Category.RATE_LIMITED;
    }

    static String words(VenueError error) {
        String words = error.reason() + " " + error.code() + " " + error.message();
        return words.length() <= 200 ? words : words.substring(0, 200);
    }
}
