package io.tidegate.gateway.handout;

import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.handout.Lane.State;
import io.tidegate.gateway.session.Backoff;
import io.tidegate.gateway.session.Caller;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;

/// One change in place on its way to the venue, and what its outcome means. The terms wanted are absolute, so that
/// asking again after a doubt makes the same of the order, however often the venue has done it before. One thread.
final class Amendment implements Caller {
    private final HandOut handOut;
    private final Lane lane;
    private final Facts facts;
    private final Outbox outbox;

    Amendment(HandOut handOut, Lane lane, Facts facts, Outbox outbox) {
        this.handOut = handOut;
        this.lane = lane;
        this.facts = facts;
        this.outbox = outbox;
    }

    @Override
    public String refusal(long nowNs) {
        return lane.child.isOver() ? "OVER" : !lane.child.isAmendAsked() ? "DONE" : "";
    }

    @Override
    public void left(long nowNs) {
        lane.state = State.AMEND_UNDER_WAY;
        lane.amends++;
    }

    @Override
    public void dropped(String reason, long nowNs) {
        lane.ticket = null;
        lane.state = State.IDLE;
    }

    @Override
    public void ended(Outcome outcome, long nowNs) {
        lane.ticket = null;
        lane.notBeforeNs = nowNs + Backoff.QUESTIONS.delayNs(Math.min(lane.amends - 1, 30));
        switch (outcome) {
            case Outcome.Done done -> {
                lane.state = State.IDLE;
                facts.amended(lane.child, done.order());
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
        boolean gone = error.reason() == Reason.NOT_FOUND || error.reason() == Reason.ALREADY_ENDED;
        if (gone || error.certainty() != Certainty.NOT_EXECUTED) {
            unknown("AMEND " + HandOut.words(error), nowNs);
        } else if (HandOut.isWorthAnotherTry(error)) {
            lane.state = State.IDLE;
            lane.notBeforeNs = Math.max(lane.notBeforeNs, error.retryAtNs());
        } else {
            lane.state = State.IDLE;
            lane.child.forgetAmend();
            outbox.send(new ReportAmendRefused(lane.child.childId(), HandOut.words(error), Evidence.VENUE_ANSWER));
        }
    }

    private void unknown(String reason, long nowNs) {
        outbox.send(new ReportUnknown(lane.child.childId(), reason));
        handOut.doubt(lane, reason, nowNs);
    }
}
