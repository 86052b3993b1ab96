package io.tidegate.gateway;

import static io.tidegate.gateway.ScriptedVenue.submits;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.model.command.ReportAbsent;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What users of other platforms suffered with one order that they could not be sure of, at a gateway's size
/// (SCENARIOS.md); the name begins with the id.
class OrderInDoubtScenariosTest {
    private final Rig rig = new Rig();

    private static Plan refuses(Reason reason) {
        return Plan.failing(ScriptedVenue.error(Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, reason));
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
}
