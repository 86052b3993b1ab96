package io.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.model.command.ReportAbsent;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What users of other platforms suffered, at a gateway's size (SCENARIOS.md); the name begins with the id.
class ScenariosTest {
    private final Rig rig = new Rig();

    private static Function<VenueCall, Plan> submits(Plan plan) {
        return call -> call instanceof VenueCall.Submit ? plan : Plan.NORMAL;
    }

    private static Plan refuses(Reason reason) {
        return Plan.failing(ScriptedVenue.error(Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, reason));
    }

    private ScriptedSession session() {
        return Objects.requireNonNull(rig.venue.session);
    }

    @ParameterizedTest(name = "acknowledged by stream after {0} ms, the answer lost")
    @ValueSource(longs = {5, 999, 1_000, 1_001, 1_500})
    void x01_anAnswerIsLostAndTheOrderIsNotSentAgain(long streamMs) {
        rig.open();
        rig.venue.streams = false;
        rig.venue.script = submits(Plan.ANSWER_LOST);
        var child = rig.place(Side.BUY, 1_000);
        rig.venue.after(streamMs * Rig.MS, () -> {
            rig.venue.streams = true;
            var order = rig.venue.resting(Rig.clientId(child));
            rig.venue.stream(new VenueReport.OrderReport(order.state(rig.nowNs)));
        });
        rig.pass(60 * Rig.SECOND);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(child), 1);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.desk().inDoubt()).isZero();
    }

    @Test
    void x01_anAnswerIsLostAndTheStreamIsSilentTheLookUpFindsTheOrder() {
        rig.open();
        rig.venue.streams = false;
        rig.venue.script = submits(Plan.ANSWER_LOST);
        var child = rig.place(Side.BUY, 1_000);
        rig.until("open", () -> rig.status(child) == OrderStatus.OPEN);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(child), 1);
    }

    @Test
    void x01_anOrderThatNeverArrivedIsProvenAbsentInTimeAndNotSentAgain() {
        rig.open();
        rig.venue.script = submits(Plan.NEVER_ARRIVES);
        long placedNs = rig.nowNs;
        var child = rig.place(Side.BUY, 1_000);
        rig.until("rejected", () -> rig.status(child) == OrderStatus.REJECTED);
        assertThat(rig.reason(child)).startsWith("PROVEN_ABSENT NEVER_ARRIVED");
        // send-before 5 s + request expiry 5 s + visibility 1 s
        assertThat(rig.nowNs - placedNs).isBetween(11 * Rig.SECOND, 14 * Rig.SECOND);
        assertThat(rig.venue.count(VenueCall.Submit.class)).isEqualTo(1);
    }

    @Test
    void x02_anAcknowledgedOrderThatLookUpsDoNotFindIsNeverDenied() {
        rig.open();
        rig.venue.visibleAfterNs = 120 * Rig.SECOND;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(100 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.commands).noneMatch(ReportAbsent.class::isInstance);
        rig.pass(60 * Rig.SECOND);
        assertThat(rig.desk().inDoubt()).isZero();
    }

    @Test
    void x02_anUnansweredOrderThatBecomesVisibleLateIsFound() {
        rig.open();
        rig.venue.streams = false;
        rig.venue.visibleAfterNs = 9 * Rig.SECOND;
        rig.venue.script = submits(Plan.ANSWER_LOST);
        var child = rig.place(Side.BUY, 1_000);
        rig.until("open", () -> rig.status(child) == OrderStatus.OPEN);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(child), 1);
    }

    @Test
    void x03_aVenueThatIsSilentForTenMinutesAndThenFillsIsBelieved() {
        rig.open();
        rig.venue.streams = false;
        rig.venue.script = call -> call instanceof VenueCall.Submit ? Plan.ANSWER_LOST : Plan.NEVER_ARRIVES;
        var child = rig.place(Side.BUY, 1_000);
        rig.stepNs = 20 * Rig.MS;
        rig.pass(600 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(rig.desk().inDoubt()).isEqualTo(1);
        rig.venue.streams = true;
        rig.venue.fill(Rig.clientId(child), 1_000);
        rig.pass(Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.venue.arrivals).containsEntry(Rig.clientId(child), 1);
    }

    @Test
    void x04_aFillThatRacesACancelIsBookedInEveryOrderOfArrival() {
        Laws.forAll(100, seed -> {
            Rig race = new Rig().open();
            var child = race.place(Side.BUY, 1_000);
            race.pass(10 * Rig.MS);
            String id = Rig.clientId(child);
            race.venue.script = call -> call instanceof VenueCall.Cancel
                    ? new Plan(true, seed.longBetween(1, 5) * Rig.MS, true, seed.longBetween(1, 5) * Rig.MS, null)
                    : Plan.NORMAL;
            race.cancel(child);
            long quantity = seed.pick(List.of(400L, 1_000L));
            long fillsNs = seed.longBetween(0, 8) * Rig.MS;
            var filled = new ArrayList<FillSeen>();
            race.venue.after(fillsNs, () -> {
                if (!race.venue.resting(id).status.isTerminal()) {
                    filled.add(race.venue.fill(id, quantity));
                }
            });
            race.pass(30 * Rig.SECOND);
            long sum = filled.stream().mapToLong(FillSeen::quantity).sum();
            assertThat(race.booked(child.childId())).isEqualTo(sum);
            assertThat(race.status(child)).isEqualTo(sum == 1_000 ? OrderStatus.FILLED : OrderStatus.CANCELLED);
            assertThat(race.venue.count(VenueCall.Cancel.class)).isLessThanOrEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_FOUND", "ALREADY_ENDED"})
    void x05_aCancelOfAnOrderThatHasVanishedIsResolvedByAskingOnce(String answer) {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        var order = rig.venue.resting(Rig.clientId(child));
        order.status = OrderStatus.CANCELLED;
        rig.venue.script = call -> call instanceof VenueCall.Cancel ? refuses(Reason.valueOf(answer)) : Plan.NORMAL;
        rig.cancel(child);
        rig.pass(10 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(rig.reason(child)).startsWith("VENUE_LOOKUP");
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isEqualTo(1);
    }

    @Test
    void x05_aCancelThatTheVenueKeepsNotFindingIsNotRepeatedWithoutEnd() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.venue.script = call -> call instanceof VenueCall.Cancel ? refuses(Reason.NOT_FOUND) : Plan.NORMAL;
        rig.cancel(child);
        rig.pass(60 * Rig.SECOND);
        // found open each time: asked again after 1, 2, 4, 8, 16 s
        assertThat(rig.venue.count(VenueCall.Cancel.class)).isBetween(4L, 7L);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void x06_aFillDuringTheCancelOfAReplacementIsDeducted() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.venue.script = call ->
                call instanceof VenueCall.Cancel ? new Plan(true, 5 * Rig.MS, true, 5 * Rig.MS, null) : Plan.NORMAL;
        rig.cancel(child);
        rig.venue.after(2 * Rig.MS, () -> rig.venue.fillUnseen(Rig.clientId(child), 300));
        rig.pass(10 * Rig.MS);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.PENDING_CANCEL);
        rig.until("cancelled", () -> rig.status(child) == OrderStatus.CANCELLED);
        assertThat(rig.booked(child.childId())).isEqualTo(300);
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

    @ParameterizedTest(name = "the log is {0} ms ahead of us")
    @ValueSource(longs = {-4_000, -500, 500, 4_000})
    void x17_aClockThatIsOffSendsNothingLateAndProvesNothingEarly(long leadMs) {
        rig.logLeadNs = leadMs * Rig.MS;
        rig.open();
        rig.venue.script = submits(Plan.NEVER_ARRIVES);
        var child = rig.place(Side.BUY, 1_000);
        rig.until("settled", () -> rig.status(child).isTerminal());
        for (var command : rig.commands) {
            if (command instanceof ReportAbsent absent) {
                assertThat(absent.firstAskedNs()).isGreaterThan(child.sendBeforeNs());
                assertThat(absent.secondAskedNs()).isLessThanOrEqualTo(rig.nowNs + rig.logLeadNs);
            }
        }
        assertThat(rig.commands.stream().filter(ReportAbsent.class::isInstance)).hasSize(1);
    }

    @Test
    void x17_aSubmissionRefusedForItsClockIsTriedAgainWhileItsTimeAllows() {
        rig.open();
        var refusals = new int[] {2};
        rig.venue.script = call -> call instanceof VenueCall.Submit && refusals[0]-- > 0
                ? Plan.failing(ScriptedVenue.error(Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CLOCK))
                : Plan.NORMAL;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(6 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.OPEN);
        assertThat(rig.venue.count(VenueCall.Submit.class)).isEqualTo(3);
    }

    @Test
    void x17_aSubmissionThatIsRefusedUntilItsTimeIsUpIsRejectedAndNotSentLate() {
        rig.open();
        rig.venue.script =
                submits(Plan.failing(ScriptedVenue.error(Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CLOCK)));
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(20 * Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.REJECTED);
        assertThat(rig.reason(child)).startsWith("VENUE_ANSWER CLOCK");
        assertThat(rig.nowNs).isGreaterThan(child.sendBeforeNs());
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
