package io.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.gateway.ScriptedVenue.Plan;
import io.tidegate.gateway.marks.MarkSource;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportParked;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.venues.api.FillSeen;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueReport;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FactsTest {
    private final Rig rig = new Rig();

    private ScriptedSession session() {
        return Objects.requireNonNull(rig.venue.session);
    }

    @Test
    void aFillThatNamesOnlyAVenueIdWaitsWhileItMayBeOurs() {
        rig.open();
        rig.venue.fillsNameClient = false;
        rig.venue.script = call ->
                call instanceof VenueCall.Submit ? new Plan(true, Rig.MS, true, 400 * Rig.MS, null) : Plan.NORMAL;
        rig.venue.streams = false;
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(5 * Rig.MS);
        FillSeen fill = rig.venue.fill(Rig.clientId(child), 300);
        rig.venue.streams = true;
        rig.venue.stream(new VenueReport.FillReport(fill));
        rig.pass(100 * Rig.MS);
        assertThat(rig.commands).noneMatch(ReportFill.class::isInstance);
        rig.pass(2 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isEqualTo(300);
        assertThat(rig.booked(0)).isZero();
    }

    @Test
    void aFeeInAnAssetThatTheCoreDoesNotKnowIsDefinedAndBooked() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        FillSeen plain = rig.venue.fillUnseen(Rig.clientId(child), 100);
        var fill = new FillSeen(
                plain.instrument(),
                plain.clientOrderId(),
                plain.venueOrderId(),
                plain.tradeId(),
                plain.side(),
                plain.quantity(),
                plain.price(),
                plain.quote(),
                Amount.parse("0.001"),
                "BNB",
                plain.liquidity(),
                plain.timeNs());
        rig.venue.fills.set(0, fill);
        rig.venue.stream(new VenueReport.FillReport(fill));
        rig.pass(2 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isEqualTo(100);
        assertThat(rig.total(3).toString()).isEqualTo("-0.001");
        assertThat(rig.commands).noneMatch(ReportParked.class::isInstance);
    }

    @Test
    void anUnreadableMessageIsAGapAndTheAccountIsReconciledAtOnce() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(Rig.SECOND);
        rig.venue.fillUnseen(Rig.clientId(child), 1_000);
        session().tell(new VenueReport.Unreadable("unknown event", "{}"));
        rig.pass(Rig.SECOND);
        assertThat(rig.status(child)).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.desk().unreadable()).isEqualTo(1);
    }

    @Test
    void aFactBeyondOurNumbersIsParkedAndTheGateStaysClosedUntilAPersonAsks() {
        rig.open();
        session().tell(new VenueReport.Parked(1, "too many decimals", "{}"));
        rig.pass(60 * Rig.SECOND);
        assertThat(rig.isOpen()).isFalse();
        assertThat(rig.desk().isGateHeld()).isTrue();
        rig.gateway().reconcile(Rig.NAME);
        rig.until("the gate is open", rig::isOpen);
    }

    @Test
    void aDepositIsTakenOverAfterASecondReading() {
        rig.open();
        rig.venue.balances.put("USDT", Amount.parse("1000500"));
        long reported =
                rig.commands.stream().filter(ReportBalance.class::isInstance).count();
        long askedBefore = rig.venue.count(VenueCall.Balances.class);
        rig.until("taken over", () -> rig.total(2).equals(Amount.parse("1000500")));
        assertThat(rig.venue.count(VenueCall.Balances.class) - askedBefore).isEqualTo(2);
        assertThat(rig.commands.stream().filter(ReportBalance.class::isInstance).count())
                .isEqualTo(reported + 1);
    }

    @Test
    void aFillOnItsWayIsNotTakenForADeposit() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        long reported =
                rig.commands.stream().filter(ReportBalance.class::isInstance).count();
        for (int i = 0; i < 9; i++) {
            rig.pass(10 * Rig.SECOND);
            rig.venue.fillUnseen(Rig.clientId(child), 100);
        }
        rig.pass(40 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isEqualTo(900);
        assertThat(rig.total(1).toString()).isEqualTo("100.9");
        assertThat(rig.commands.stream().filter(ReportBalance.class::isInstance).count())
                .isEqualTo(reported);
    }

    @Test
    void fillsThatASlowLogHasYetToBookAreNotAskedForAgain() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(Rig.SECOND);
        rig.commandLagNs = 20 * Rig.SECOND;
        rig.venue.fill(Rig.clientId(child), 1_000);
        long askedBefore = rig.venue.count(VenueCall.Fills.class);
        rig.pass(15 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isZero();
        assertThat(rig.venue.count(VenueCall.Fills.class)).isEqualTo(askedBefore);
        rig.pass(10 * Rig.SECOND);
        assertThat(rig.booked(child.childId())).isEqualTo(1_000);
    }

    @Test
    void marksAreToldEachSecondAndNotFromAnEmptyBook() {
        rig.open();
        long before = rig.commands.stream().filter(SetMark.class::isInstance).count();
        rig.pass(10 * Rig.SECOND);
        long marks = rig.commands.stream().filter(SetMark.class::isInstance).count() - before;
        assertThat(marks).isBetween(8L, 10L);
    }

    @Test
    void whereAFeedKnowsThePriceTheVenueIsNotAskedAndElseItIs() {
        var mark = new SetMark(1, 70_000, 70_001, 69_999, 5);
        rig.open();
        rig.marks = (instrument, nowNs) -> Optional.of(mark);
        var quotes = new AtomicInteger();
        rig.venue.script = call -> {
            quotes.addAndGet(call instanceof VenueCall.Quote ? 1 : 0);
            return Plan.NORMAL;
        };
        rig.pass(3 * Rig.SECOND);
        assertThat(rig.commands).contains(mark);
        assertThat(quotes).hasValue(0);
        rig.marks = MarkSource.NONE;
        rig.pass(3 * Rig.SECOND);
        assertThat(quotes).hasPositiveValue();
    }

    @Test
    void aQuietMinuteTellsTheCoreNothingTwice() {
        rig.open();
        var child = rig.place(Side.BUY, 1_000);
        rig.pass(10 * Rig.MS);
        rig.venue.fill(Rig.clientId(child), 400);
        rig.pass(Rig.SECOND);
        long told = rig.commands.stream()
                .filter(command -> !(command instanceof SetMark))
                .count();
        rig.pass(120 * Rig.SECOND);
        assertThat(rig.commands.stream()
                        .filter(command -> !(command instanceof SetMark))
                        .count())
                .isEqualTo(told);
    }
}
