package io.tidegate.gateway;

import static io.tidegate.gateway.ScriptedVenue.submits;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.testkit.Laws;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What users of other platforms suffered when a stream, a session or a process broke off, at a gateway's size
/// (SCENARIOS.md); the name begins with the id or the requirement.
class RecoveryScenariosTest {
    private final Rig rig = new Rig();

    private ScriptedSession session() {
        return Objects.requireNonNull(rig.venue.session);
    }

    @Test
    void x07_aFillThatTheStreamSwallowedIsFetchedByItsSum() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.venue.fillUnseen(Rig.clientId(child), 400);
        rig.venue.fill(Rig.clientId(child), 100);
        rig.pass(3 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isEqualTo(500);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void x07_aFillThatNothingPointsAtIsFoundByThePeriodicReconciliation() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.venue.fillUnseen(Rig.clientId(child), 400);
        rig.pass(35 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isEqualTo(400);
        assertThat(rig.total(1).toString()).isEqualTo("100.4");
    }

    @Test
    void x08_fillsDuringADisconnectAreRecoveredBeforeTheGateOpens() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(15 * Rig.SECOND);
        rig.venue.isUp = false;
        session().drop("reset by peer");
        rig.pass(3 * Rig.SECOND);
        assertThat(rig.isOpen()).isFalse();
        rig.venue.fillUnseen(Rig.clientId(child), 250);
        rig.venue.isUp = true;
        rig.until("the gate is open", rig::isOpen);
        assertThat(rig.booked(child.childId())).isEqualTo(250);
        assertThat(rig.total(1).toString()).isEqualTo("100.25");
    }

    @Test
    void x10_anExpiredSessionIsRenewedAndReconciledAndNothingLeavesMeanwhile() {
        rig.open();
        var before = rig.place(Side.BUY, 1_000);
        rig.pass(15 * Rig.SECOND);
        rig.venue.streams = false;
        rig.venue.fillUnseen(Rig.clientId(before), 1_000);
        session().drop("listen key expired");
        rig.pass(2 * Rig.MS);
        long submissions = rig.venue.count(VenueCall.Submit.class);
        rig.until("the gate is open", rig::isOpen);
        assertThat(rig.venue.count(VenueCall.Submit.class)).isEqualTo(submissions);
        assertThat(rig.status(before)).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.desk().reconnects()).isEqualTo(1);
    }

    @Test
    void x11_aFillToldOftenAndOnEveryWayAndAcrossARestartIsBookedOnce() {
        Laws.forAll(100, seed -> {
            Rig told = new Rig().open();
            var child = told.place(Side.BUY, 1_000);
            told.pass(10 * Rig.MS);
            var reports = new ArrayList<FillSeen>();
            for (int i = 0; i < 5; i++) {
                FillSeen fill = told.venue.fillUnseen(Rig.clientId(child), 100);
                reports.addAll(Collections.nCopies(seed.intBetween(0, 3), fill));
            }
            Collections.shuffle(reports, seed.random());
            for (FillSeen fill : reports) {
                told.venue.stream(new VenueReport.FillReport(fill));
                if (seed.chance(10)) {
                    told.crash();
                    told.open();
                }
                told.pass(Rig.MS);
            }
            told.pass(35 * Rig.SECOND);
            assertThat(told.booked(child.childId())).isEqualTo(500);
            assertThat(told.booked(0)).isZero();
            assertThat(told.total(1)).isEqualTo(told.venue.balances.get("BTC"));
        });
    }

    @Test
    void x12_startingAgainKeepsPositionsAndWorkingOrders() {
        rig.open();
        var resting = rig.place(Side.BUY, 1_000);
        var filled = rig.place(Side.BUY, 500);
        rig.pass(10 * Rig.MS);
        rig.kill();
        rig.venue.fillUnseen(Rig.clientId(filled), 500);
        rig.pass(60 * Rig.SECOND);
        rig.start();
        rig.pass(10 * Rig.SECOND);
        assertThat(rig.status(resting)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.status(filled)).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.total(1).toString()).isEqualTo("100.5");
        assertThat(rig.venue.arrivals.values()).containsOnly(1);
    }

    @Test
    void aHundredOrdersThatEndedWhileTheGatewayWasDeadAreToldByOnePage() {
        rig.open();
        var children = new ArrayList<ChildReady>();
        for (int i = 0; i < 100; i++) {
            children.add(rig.place(Side.BUY, 100));
            rig.pass(Rig.SECOND); // within the venue's limit of orders
        }
        rig.kill();
        children.forEach(child -> rig.venue.fillUnseen(Rig.clientId(child), 100));
        rig.pass(Rig.SECOND);
        long lookUps = rig.venue.count(VenueCall.LookUp.class);
        rig.start();
        rig.pass(5 * Rig.SECOND);
        assertThat(rig.isOpen()).isTrue();
        assertThat(rig.venue.count(VenueCall.LookUp.class)).isEqualTo(lookUps);
        assertThat(rig.venue.count(VenueCall.History.class)).isEqualTo(1);
        assertThat(children).allMatch(child -> rig.status(child) == OrderStatus.FILLED);
    }

    @Test
    void x19_aBanIsObeyedAlsoByTheNextLife() {
        rig.open();
        long untilNs = rig.nowNs + 120 * Rig.SECOND;
        session().effect(to -> to.banned(untilNs, "418"));
        rig.pass(10 * Rig.MS);
        long asked = rig.venue.asked.size();
        int starts = rig.venue.starts;
        rig.pass(30 * Rig.SECOND);
        rig.crash();
        rig.pass(untilNs - rig.nowNs - Rig.MS);
        assertThat(rig.venue.asked).hasSize((int) asked);
        assertThat(rig.venue.starts).isEqualTo(starts);
        rig.pass(5 * Rig.SECOND);
        assertThat(rig.isOpen()).isTrue();
    }

    @Test
    void x19_withoutANamedTimeNothingIsAskedForAMinute() {
        rig.open();
        var once = new boolean[] {true};
        rig.venue.script = call -> {
            boolean now = call instanceof VenueCall.Submit && once[0];
            once[0] &= !now;
            return now
                    ? Plan.failing(ScriptedVenue.error(Category.RATE_LIMITED, Certainty.NOT_EXECUTED, Reason.OTHER))
                    : Plan.NORMAL;
        };
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        int asked = rig.venue.asked.size();
        rig.pass(59 * Rig.SECOND);
        assertThat(rig.venue.asked).hasSize(asked);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.REJECTED);
        rig.pass(5 * Rig.SECOND);
        assertThat(rig.venue.asked).hasSizeGreaterThan(asked);
    }

    @Test
    void x21_afterAStopNothingIsSentAndOrdersOfOthersAreUntouched() {
        rig.open();
        var before = rig.place(Side.BUY, 1_000);
        foreignOrder("someone-1");
        rig.venue.script = submits(new Plan(true, Rig.MS, true, 800 * Rig.MS, null));
        var underWay = rig.place(Side.BUY, 200);
        rig.pass(5 * Rig.MS);
        rig.gateway().stop();
        var tooLate = rig.place(Side.BUY, 300);
        rig.until("stopped", () -> rig.gateway().isStopped());
        assertThat(rig.status(before)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(underWay), 1);
        assertThat(rig.venue.arrivals).doesNotContainKey(Rig.clientId(tooLate));
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isZero();
        var foreign = rig.venue.resting("someone-1");
        assertThat(foreign.status).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.gateway().view().isStopped()).isTrue();
    }

    @Test
    void x21_aStopAtAnyMomentSendsNothingNewAndLosesNothing() {
        Laws.forAll(100, seed -> {
            Rig stopped = new Rig().open();
            stopped.venue.script = submits(new Plan(true, 3 * Rig.MS, true, 3 * Rig.MS, null));
            var children = new ArrayList<ChildReady>();
            for (int i = 0; i < 3; i++) {
                children.add(stopped.place(Side.BUY, 100));
                stopped.pass(seed.longBetween(0, 4) * Rig.MS);
            }
            stopped.gateway().stop();
            long submissions = stopped.venue.count(VenueCall.Submit.class);
            stopped.until("stopped", () -> stopped.gateway().isStopped());
            assertThat(stopped.venue.count(VenueCall.Submit.class)).isEqualTo(submissions);
            stopped.start();
            stopped.pass(15 * Rig.SECOND);
            for (var child : children) {
                boolean there = stopped.venue.orders.containsKey(Rig.clientId(child));
                assertThat(stopped.status(child)).isEqualTo(there ? OrderStatus.OPEN : OrderStatus.REJECTED);
            }
            assertThat(stopped.events().stream().filter(GateChanged.class::isInstance))
                    .isNotEmpty();
        });
    }

    @Test
    void rec5_ordersAndFillsOfOthersAreCountedAndNeverTouched() {
        rig.open();
        foreignOrder("someone-1");
        rig.venue.fill("someone-1", 70);
        rig.pass(65 * Rig.SECOND);
        assertThat(rig.desk().externalOrders()).isEqualTo(1);
        assertThat(rig.booked(0)).isEqualTo(70);
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isZero();
        assertThat(rig.total(1).toString()).isEqualTo("100.07");
    }

    private void foreignOrder(String clientOrderId) {
        var order = new VenueOrder(
                new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 3),
                clientOrderId,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                1_000,
                9_000,
                false);
        rig.venue.orders.put(clientOrderId, new ScriptedVenue.Resting(order, "f1", rig.nowNs));
    }

    @Test
    void err1_anAuthenticationFailureStopsNewOrdersUntilAPersonAsks() {
        rig.open();
        var fatal = new boolean[] {true};
        rig.venue.script = call -> call instanceof VenueCall.Submit && fatal[0]
                ? new Plan(
                        true,
                        Rig.MS,
                        true,
                        Rig.MS,
                        new Outcome.Failed(new VenueError(
                                Category.FATAL, Certainty.NOT_EXECUTED, Reason.AUTHENTICATION, "-2015", "key", 0)))
                : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(120 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.REJECTED);
        assertThat(rig.isOpen()).isFalse();
        assertThat(rig.desk().isGateHeld()).isTrue();
        fatal[0] = false;
        assertThat(rig.gateway().reconcile(Rig.NAME)).isTrue();
        rig.until("the gate is open", rig::isOpen);
    }
}
