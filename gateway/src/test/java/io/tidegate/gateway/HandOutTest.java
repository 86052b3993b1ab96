package io.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.gateway.handout.HandOutSettings;
import io.tidegate.gateway.handout.NotSent;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.risk.KillScope;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HandOutTest {
    private final Rig rig = new Rig();

    @Test
    void aChildIsSentOnceAndAcknowledged() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(20 * Rig.MS);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(child), 1);
        assertThat(rig.gateway().sendLatency().getTotalCount()).isEqualTo(1);
    }

    @Test
    void aCancelIsSentAfterTheSubmissionIsAnswered() {
        rig.open();
        rig.venue.script = call ->
                call instanceof VenueCall.Submit ? new Plan(true, Rig.MS, true, 500 * Rig.MS, null) : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(5 * Rig.MS);
        rig.cancel(child);
        rig.pass(300 * Rig.MS);
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isZero();
        rig.until("cancelled", () -> rig.status(child) == OrderStatus.CANCELLED);
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isEqualTo(1);
    }

    @Test
    void aCancelOfWhatHasNotLeftMakesNoCall() {
        rig.open();
        fillOrderLimit();
        var waiting = rig.place(Side.BUY, 1_000);
        rig.pass(5 * Rig.MS);
        rig.cancel(waiting);
        rig.pass(5 * Rig.MS);
        assertThat(rig.status(waiting)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(rig.reason(waiting)).isEqualTo("NOT_SENT " + NotSent.CANCELLED_BEFORE_SENT);
        rig.pass(5 * Rig.SECOND);
        assertThat(rig.venue.arrivals).doesNotContainKey(Rig.clientId(waiting));
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isZero();
    }

    /// Sends as many orders as may leave within a second: 100 less the tenth that is kept for cancels.
    private void fillOrderLimit() {
        for (int i = 0; i < 90; i++) {
            rig.place(Side.BUY, 1);
        }
        rig.pass(5 * Rig.MS);
        assertThat(rig.venue.count(VenueCall.Submit.class)).isEqualTo(90);
    }

    @Test
    void aKillSwitchTakesBackWhatHasNotLeftAndThenCancels() {
        rig.open();
        fillOrderLimit();
        var waiting = rig.place(Side.BUY, 1_000);
        rig.pass(5 * Rig.MS);
        rig.tell(new SetKillSwitch(KillScope.STRATEGY, "s", true, "me", "drill"));
        rig.pass(500 * Rig.MS);
        assertThat(rig.reason(waiting)).isEqualTo("NOT_SENT " + NotSent.KILL_SWITCH);
        assertThat(rig.venue.count(VenueCall.Submit.class)).isEqualTo(90);
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isEqualTo(90);
        assertThat(rig.venue.orders.values()).allMatch(order -> order.status == OrderStatus.CANCELLED);
    }

    @Test
    void aKillSwitchOfAnotherStrategyStopsNothing() {
        rig.open();
        rig.tell(new SetKillSwitch(KillScope.STRATEGY, "other", true, "me", "drill"));
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void anOrderThatWaitsPastItsTimeIsNotSent() {
        rig.settings = rig.settings.with(new HandOutSettings(20 * Rig.MS, 200 * Rig.MS, 4));
        rig.crash();
        rig.open();
        fillOrderLimit();
        var waiting = rig.place(Side.BUY, 1_000);
        rig.pass(2 * Rig.SECOND);
        assertThat(rig.reason(waiting)).isEqualTo("NOT_SENT " + NotSent.WAITED_TOO_LONG);
        assertThat(rig.venue.arrivals).doesNotContainKey(Rig.clientId(waiting));
    }

    @Test
    void whatTheCoreHandedOutWhileTheLineFellIsReportedUnsent() {
        rig.open();
        Objects.requireNonNull(rig.venue.session).drop("reset");
        rig.venue.isUp = false;
        rig.pass(Rig.MS);
        rig.commandLagNs = 0;
        var child = rig.isOpen() ? rig.place(Side.BUY, 1_000) : null;
        rig.pass(Rig.SECOND);
        assertThat(child).isNotNull();
        assertThat(rig.reason(Objects.requireNonNull(child))).isEqualTo("NOT_SENT " + NotSent.GATE_CLOSED);
    }

    @Test
    void aGatewayThatLosesItsLeaseStopsAtOnce() {
        rig.open();
        fillOrderLimit();
        var waiting = rig.place(Side.BUY, 1_000);
        rig.pass(5 * Rig.MS);
        rig.tell(new ClaimVenue(1, "other", 7));
        rig.pass(10 * Rig.MS);
        int asked = rig.venue.asked.size();
        assertThat(rig.reason(waiting)).isEqualTo("NOT_SENT " + NotSent.LEASE_LOST);
        rig.pass(60 * Rig.SECOND);
        assertThat(rig.venue.asked).hasSize(asked);
        assertThat(rig.desk().lease()).isEqualTo("LOST");
    }

    @Test
    void afterATakeOverWhatLivesIsAskedForAndAPendingCancelIsCarriedOn() {
        rig.open();
        rig.venue.script = call -> call instanceof VenueCall.Cancel ? Plan.NEVER_ARRIVES : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.cancel(child);
        rig.pass(10 * Rig.MS);
        rig.venue.script = _ -> Plan.NORMAL;
        rig.crash();
        rig.until("cancelled", () -> rig.status(child) == OrderStatus.CANCELLED);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(child), 1);
    }

    @Test
    void aRefusedOrderIsRejectedWithTheVenuesWords() {
        rig.open();
        rig.venue.script = call -> call instanceof VenueCall.Submit
                ? Plan.failing(ScriptedVenue.error(
                        VenueError.Category.INVALID_REQUEST,
                        VenueError.Certainty.NOT_EXECUTED,
                        VenueError.Reason.INSUFFICIENT_FUNDS))
                : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.REJECTED);
        assertThat(rig.reason(child)).startsWith("VENUE_ANSWER INSUFFICIENT_FUNDS");
    }

    @Test
    void aRefusedCancelLeavesTheOrderOpen() {
        rig.open();
        rig.venue.script = call -> call instanceof VenueCall.Cancel
                ? Plan.failing(ScriptedVenue.error(
                        VenueError.Category.INVALID_REQUEST,
                        VenueError.Certainty.NOT_EXECUTED,
                        VenueError.Reason.MARKET_CLOSED))
                : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.cancel(child);
        rig.pass(10 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        rig.crash();
        rig.pass(60 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isEqualTo(1);
    }

    @Test
    void aDuplicateIdProvesThatTheFirstOneArrived() {
        rig.open();
        rig.venue.script = call -> call instanceof VenueCall.Submit
                ? Plan.failing(ScriptedVenue.error(
                        VenueError.Category.INVALID_REQUEST,
                        VenueError.Certainty.NOT_EXECUTED,
                        VenueError.Reason.DUPLICATE_ID))
                : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(60 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(rig.commands).noneMatch(ReportAbsent.class::isInstance);
    }

    @Test
    void anOrderBelievedAbsentThatTheVenueHasAfterAllIsCancelledThere() {
        rig.open();
        rig.venue.streams = false;
        rig.venue.visibleAfterNs = 40 * Rig.SECOND;
        rig.venue.script = call -> call instanceof VenueCall.Submit ? Plan.ANSWER_LOST : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.until("believed absent", () -> rig.status(child) == OrderStatus.REJECTED);
        rig.venue.streams = true;
        rig.pass(90 * Rig.SECOND);
        assertThat(rig.venue.resting(Rig.clientId(child)).status).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void anInstrumentAddedLaterBringsANewSessionAndLosesNothing() {
        rig.open();
        var resting = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.venue.script = call ->
                call instanceof VenueCall.Submit ? new Plan(true, Rig.MS, true, 500 * Rig.MS, null) : Plan.NORMAL;
        var underWay = rig.place(Side.BUY, 500);
        rig.tell(new DefineInstrument("ETH/USDT", AssetClass.SPOT, "ETH", "USDT", 2, 3));
        rig.tell(new SetGrid(1, 2, new Grid(1, 1, 1, 1_000_000_000, Amount.ZERO)));
        rig.until("a second session", () -> rig.venue.starts == 2);
        rig.until("the gate is open again", rig::isOpen);
        rig.pass(5 * Rig.SECOND);
        assertThat(rig.status(resting)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.status(underWay)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.venue.arrivals.values()).containsOnly(1);
        rig.venue.fill(Rig.clientId(underWay), 500);
        rig.pass(Rig.SECOND);
        assertThat(rig.status(underWay)).isEqualTo(OrderStatus.FILLED);
    }
}
