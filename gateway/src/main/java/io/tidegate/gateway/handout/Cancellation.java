package io.tidegate.gateway.handout;

import io.tidegate.gateway.facts.Facts;
import io.tidegate.gateway.facts.Outbox;
import io.tidegate.gateway.handout.Lane.State;
import io.tidegate.gateway.session.Backoff;
import io.tidegate.gateway.session.Caller;
import io.tidegate.model.command.ReportCancelRefused;
import io.tidegate.model.order.Evidence;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;

/// One cancel on its way to the venue, and what its outcome means: a venue that does not know the order, or whose
/// answer is not certain, is asked about it (SCENARIOS X04, X05); a refusal is told to the core. One thread.
final class Cancellation implements Caller {
    private final HandOut handOut;
    private final Lane lane;
    private final Facts facts;
    private final Outbox outbox;

    Cancellation(HandOut handOut, Lane lane, Facts facts, Outbox outbox) {
        this.handOut = handOut;
        this.lane = lane;
        this.facts = facts;
        this.outbox = outbox;
    }

    @Override
    public String refusal(long nowNs) {
        return lane.child.isOver() ? "OVER" : "";
    }

    @Override
    public void left(long nowNs) {
        lane.state = State.CANCEL_UNDER_WAY;
        lane.cancels++;
    }

    @Override
    public void dropped(String reason, long nowNs) {
        lane.ticket = null;
        lane.state = State.IDLE;
    }

    @Override
    public void ended(Outcome outcome, long nowNs) {
        lane.ticket = null;
        lane.notBeforeNs = nowNs + Backoff.QUESTIONS.delayNs(Math.min(lane.cancels - 1, 30));
        switch (outcome) {
            case Outcome.Done done -> {
                facts.order(lane.child, done.order(), Evidence.VENUE_ANSWER);
                if (lane.child.isOver()) {
                    lane.state = State.IDLE;
                } else {
                    handOut.doubt(lane, "CANCEL_NOT_FINAL", nowNs);
                }
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
                handOut.doubt(lane, "UNEXPECTED_OUTCOME " + outcome.getClass().getSimpleName(), nowNs);
        }
    }

    private void failed(VenueError error, long nowNs) {
        boolean gone = error.reason() == Reason.NOT_FOUND || error.reason() == Reason.ALREADY_ENDED;
        if (gone || error.certainty() != Certainty.NOT_EXECUTED) {
            handOut.doubt(lane, "CANCEL " + HandOut.words(error), nowNs);
        } else if (HandOut.isWorthAnotherTry(error)) {
            lane.state = State.IDLE;
            lane.notBeforeNs = Math.max(lane.notBeforeNs, error.retryAtNs());
        } else {
            lane.state = State.IDLE;
            lane.child.forgetCancel();
            outbox.send(new ReportCancelRefused(lane.child.childId(), HandOut.words(error), Evidence.VENUE_ANSWER));
        }
    }
}
