package io.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.model.command.ReportAmendRefused;
import io.tidegate.model.command.ReportAmended;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Changes in place: once, whatever becomes of the answer (SCENARIOS X06).
class AmendScenariosTest {
    private final Rig rig = new Rig(
            new VenueTerms(20, 5 * Rig.SECOND, 5 * Rig.SECOND, Rig.SECOND, EnumSet.of(VenueFeature.AMEND), List.of()));

    private ChildReady open() {
        rig.open();
        ChildReady child = rig.place(Side.BUY, 1_000);
        rig.until("open", () -> rig.status(child) == OrderStatus.OPEN);
        return child;
    }

    @Test
    void aChangeIsAskedForOnceAndHoldsWhenTheVenueHasDoneIt() {
        ChildReady child = open();
        rig.amend(child, 1_500, 0);
        rig.pass(Rig.SECOND);
        assertThat(rig.venue.resting(Rig.clientId(child)).order.quantity()).isEqualTo(1_500);
        assertThat(rig.venue.count(VenueCall.Amend.class)).isEqualTo(1);
        assertThat(rig.commands.stream().filter(ReportAmended.class::isInstance))
                .hasSize(1);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        rig.venue.fill(Rig.clientId(child), 1_500);
        rig.until("filled", () -> rig.status(child) == OrderStatus.FILLED);
    }

    @Test
    void x06_anAnswerIsLostAndTheLookUpTellsWhatTheOrderIs() {
        ChildReady child = open();
        rig.venue.streams = false;
        rig.venue.script = call -> call instanceof VenueCall.Amend ? Plan.ANSWER_LOST : Plan.NORMAL;
        rig.amend(child, 1_500, 0);
        rig.until("open again", () -> rig.status(child) == OrderStatus.OPEN);
        assertThat(rig.venue.count(VenueCall.Amend.class)).isEqualTo(1);
        assertThat(rig.desk().inDoubt()).isZero();
    }

    @Test
    void x06_aChangeThatNeverArrivedIsAskedForAgain() {
        ChildReady child = open();
        rig.venue.script = call -> call instanceof VenueCall.Amend ? Plan.NEVER_ARRIVES : Plan.NORMAL;
        rig.amend(child, 1_500, 0);
        rig.pass(3 * Rig.SECOND);
        rig.venue.script = _ -> Plan.NORMAL;
        rig.until("open again", () -> rig.status(child) == OrderStatus.OPEN);
        assertThat(rig.venue.resting(Rig.clientId(child)).order.quantity()).isEqualTo(1_500);
    }

    @Test
    void x06_aFillWhileAChangeIsInFlightIsNotLost() {
        ChildReady child = open();
        rig.venue.script = call -> call instanceof VenueCall.Amend ? Plan.ANSWER_LOST : Plan.NORMAL;
        rig.amend(child, 1_500, 0);
        rig.venue.fill(Rig.clientId(child), 400);
        rig.until("half", () -> rig.status(child) == OrderStatus.PARTIALLY_FILLED);
        assertThat(rig.booked(child.childId())).isEqualTo(400);
        assertThat(rig.venue.resting(Rig.clientId(child)).order.quantity()).isEqualTo(1_500);
    }

    @Test
    void aVenueThatRefusesAChangeLeavesTheOrderAsItWas() {
        ChildReady child = open();
        rig.venue.script = call -> call instanceof VenueCall.Amend
                ? Plan.failing(ScriptedVenue.error(Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, Reason.OFF_GRID))
                : Plan.NORMAL;
        rig.amend(child, 1_500, 0);
        rig.until("open again", () -> rig.status(child) == OrderStatus.OPEN);
        assertThat(rig.commands.stream().filter(ReportAmendRefused.class::isInstance))
                .hasSize(1);
        assertThat(rig.venue.resting(Rig.clientId(child)).order.quantity()).isEqualTo(1_000);
    }

    @Test
    void aGatewayThatTakesOverMakesTheChangeThatWasAskedFor() {
        ChildReady child = open();
        rig.venue.script = call -> call instanceof VenueCall.Amend ? Plan.NEVER_ARRIVES : Plan.NORMAL;
        rig.amend(child, 1_500, 0);
        rig.kill();
        rig.venue.script = _ -> Plan.NORMAL;
        rig.start();
        rig.until("open again", () -> rig.status(child) == OrderStatus.OPEN);
        assertThat(rig.venue.resting(Rig.clientId(child)).order.quantity()).isEqualTo(1_500);
    }
}
