package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.AdjustPosition;
import io.tidegate.model.command.ReportCashFlow;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.ReportFillCorrected;
import io.tidegate.model.event.BalanceCause;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChargeStands;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.event.LedgerStands;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.PositionAdjusted;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.CashFlow;
import io.tidegate.testkit.Laws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    @Test
    void aBustLeavesTheOrderItsStatusAndEvidenceAndFlagsIt() {
        Scene scene = new Scene();
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        ReportFill fill = scene.fillOf(child, "t", 10, "100", "0.01", Scene.USDT);
        scene.apply(fill);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
        List<Event> told = scene.apply(bust(fill, 1));
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
        assertThat(Scene.only(OrderFlagged.class, told).flag()).isEqualTo(Flag.FILL_BUSTED);
        assertThat(Scene.only(FillCorrected.class, told).quantityBefore()).isEqualTo(10);
        assertThat(Scene.only(PositionChanged.class, told))
                .isEqualTo(new PositionChanged(1, 1, 0, Amount.ZERO, Amount.ZERO, PositionCause.CORRECTION));
        assertThat(scene.balance(1, Scene.USDT).total()).isEqualTo(Amount.parse("1000000"));
        assertThat(scene.balance(1, Scene.USDT).cause()).isEqualTo(BalanceCause.CORRECTION);
    }

    @Test
    void aBustOfAnOpenOrderReservesItsWorstCaseAgain() {
        Scene scene = new Scene();
        ChildReady child = scene.place(Side.SELL, 10, 10_000);
        ReportFill fill = scene.fillOf(child, "t", 4, "100", "0", 0);
        scene.apply(fill);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.parse("0.006"));
        scene.apply(bust(fill, 1));
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.parse("0.01"));
        scene.fill(child, 10);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.FILLED);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.ZERO);
    }

    @Test
    void anOrderThatWaitsForItsLastFillsDoesNotWaitForABustedOne() {
        Scene scene = new Scene();
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        ReportFill fill = scene.fillOf(child, "t", 4, "100", "0", 0);
        scene.apply(fill);
        scene.end(child, EndKind.CANCELLED, 7);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        scene.apply(bust(fill, 1));
        scene.fill(child, 3);
        assertThat(scene.status(child.orderId())).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void aBustedExecutionIsNotBookedAgainWhenItIsReportedAgain() {
        Scene scene = new Scene();
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        ReportFill fill = scene.fillOf(child, "t", 4, "100", "0", 0);
        scene.apply(fill);
        scene.apply(bust(fill, 1));
        scene.restart();
        assertThat(Scene.all(PositionChanged.class, scene.apply(fill))).isEmpty();
        assertThat(Scene.all(FillCorrected.class, scene.apply(bust(fill, 1)))).isEmpty();
    }

    @Test
    void aCorrectionOfWhatIsNotKnownIsParkedAndClosesTheGate() {
        Scene scene = new Scene();
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        List<Event> told = scene.apply(bust(scene.fillOf(child, "t", 4, "100", "0", 0), 1));
        assertThat(Scene.only(FactParked.class, told).what())
                .isEqualTo("a correction of an execution that is not in memory");
        assertThat(Scene.only(GateChanged.class, told).open()).isFalse();
    }

    @Test
    void aCorrectionThatCannotBeIsParked() {
        Scene scene = new Scene();
        ChildReady child = scene.place(Side.BUY, 10, 10_000);
        ReportFill fill = scene.fillOf(child, "t", 4, "100", "0", 0);
        scene.apply(fill);
        var turned = corrected(fill, Side.SELL, 4, "100", 1);
        assertThat(Scene.only(FactParked.class, scene.apply(turned)).what())
                .isEqualTo("a correction that turns the side");
        var timeless = corrected(fill, Side.BUY, 4, "100", 0);
        assertThat(Scene.only(FactParked.class, scene.apply(timeless)).what()).isEqualTo("a correction without a time");
        var negative = corrected(fill, Side.BUY, -4, "100", 1);
        assertThat(Scene.only(FactParked.class, scene.apply(negative)).what())
                .isEqualTo("a correction to a negative quantity, price or value");
    }

    @Test
    void correctionsInWhateverOrderAndNumberMakeTheDayAsItShouldHaveBeen() {
        Laws.forAll(seed -> {
            Scene corrected = new Scene();
            Scene right = new Scene();
            var mends = new ArrayList<ReportFillCorrected>();
            for (int i = 0; i < 20; i++) {
                Side side = seed.pick(Side.class);
                ReportFill wrong = fill("t" + i, side, seed.longBetween(1, 50), seed.longBetween(90, 110));
                corrected.apply(wrong);
                ReportFill last = wrong;
                for (int n = 1; n <= (seed.chance(40) ? seed.intBetween(1, 3) : 0); n++) {
                    last = fill("t" + i, side, seed.longBetween(0, 50), seed.longBetween(90, 110));
                    mends.add(mend(last, n));
                    mends.add(mend(last, n)); // and again
                }
                if (last.quantity() > 0) {
                    right.apply(last);
                }
            }
            Collections.shuffle(mends, seed.random());
            for (ReportFillCorrected mend : mends) {
                corrected.apply(mend);
                if (seed.chance(20)) {
                    corrected.restart();
                }
            }
            assertThat(money(corrected)).isEqualTo(money(right));
        });
    }

    @Test
    void aCorrectionRestatesFromTheBaseWhenOlderFillsAreForgotten() {
        Scene scene = new Scene();
        scene.apply(fill("old", Side.BUY, 10, 100));
        scene.pass(8L * 24 * 3_600 * 1_000_000_000);
        ReportFill fresh = fill("fresh", Side.BUY, 10, 120);
        scene.apply(fresh); // "old" is past the horizon now
        scene.apply(fill("sale", Side.SELL, 10, 130));
        assertThat(scene.position(1).realised()).isEqualTo(Amount.parse("0.2")); // 1.3 less half of 1.0 + 1.2
        scene.restart();
        scene.apply(mend(fill("fresh", Side.BUY, 10, 110), 1));
        assertThat(scene.position(1).realised()).isEqualTo(Amount.parse("0.25"));
        assertThat(scene.position(1).cost()).isEqualTo(Amount.parse("1.05"));
    }

    @Test
    void aCashFlowIsBookedOnceAndIsNoFill() {
        Scene scene = new Scene();
        var funding = new ReportCashFlow(
                1, Scene.USDT, Amount.parse("-1.25"), CashFlow.FUNDING, 1, "f-1", scene.nowNs, "8 h");
        List<Event> told = scene.apply(funding);
        assertThat(Scene.only(CashFlowBooked.class, told).amount()).isEqualTo(Amount.parse("-1.25"));
        assertThat(Scene.all(PositionChanged.class, told)).isEmpty();
        scene.restart();
        assertThat(scene.apply(funding)).isEmpty();
        assertThat(scene.balance(1, Scene.USDT).total()).isEqualTo(Amount.parse("999998.75"));
        assertThat(scene.balance(1, Scene.USDT).cause()).isEqualTo(BalanceCause.CASH_FLOW);
        assertThat(lines(scene, ChargeStands.class))
                .containsExactly(new ChargeStands(1, 1, Scene.USDT, LedgerAccount.FUNDING, Amount.parse("1.25")));
        assertThat(scene.engine.imbalances()).isEmpty();
    }

    @Test
    void aTransferIsNoCharge() {
        Scene scene = new Scene();
        scene.apply(
                new ReportCashFlow(1, Scene.USDT, Amount.parse("500"), CashFlow.TRANSFER, 0, "w-1", scene.nowNs, ""));
        assertThat(lines(scene, ChargeStands.class)).isEmpty();
        assertThat(scene.balance(1, Scene.USDT).total()).isEqualTo(Amount.parse("1000500"));
    }

    @Test
    void aCashFlowThatCannotBeBookedIsParked() {
        Scene scene = new Scene();
        var nameless = new ReportCashFlow(1, 2, Amount.parse("1"), CashFlow.GAS, 0, "", scene.nowNs, "");
        assertThat(Scene.only(FactParked.class, scene.apply(nameless)).what())
                .isEqualTo("a cash flow without a reference");
        var foreign = new ReportCashFlow(1, 9, Amount.parse("1"), CashFlow.GAS, 0, "g", scene.nowNs, "");
        assertThat(Scene.only(FactParked.class, scene.apply(foreign)).what())
                .isEqualTo("a cash flow of what is not defined");
    }

    @Test
    void anAdjustmentExplainsADifferenceAndMovesNoBalance() {
        Scene scene = new Scene();
        scene.apply(fill("a", Side.BUY, 10, 100));
        var adjust = new AdjustPosition(1, 1, Side.SELL, 4, Amount.parse("0.5"), "r-1", "anna", "sold by hand");
        List<Event> told = scene.apply(adjust);
        assertThat(Scene.only(PositionAdjusted.class, told).reason()).isEqualTo("sold by hand");
        assertThat(Scene.only(PositionChanged.class, told))
                .isEqualTo(new PositionChanged(
                        1, 1, 6, Amount.parse("0.6"), Amount.parse("0.1"), PositionCause.RECONCILE));
        assertThat(scene.balance(1, Scene.USDT).total()).isEqualTo(Amount.parse("999998.999"));
        assertThat(scene.apply(adjust)).isEmpty();
        assertThat(scene.engine.imbalances()).isEmpty();
        assertThat(lines(scene, LedgerStands.class))
                .contains(new LedgerStands(LedgerAccount.UNEXPLAINED, 1, Scene.BTC, Amount.parse("-0.004")));
    }

    @Test
    void anAdjustmentWithoutAReasonIsRefused() {
        Scene scene = new Scene();
        var adjust = new AdjustPosition(1, 1, Side.SELL, 4, Amount.ZERO, "r-1", "anna", "");
        assertThat(Scene.only(CommandRefused.class, scene.apply(adjust))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.BAD_FIELD);
    }

    private static ReportFill fill(String trade, Side side, long quantity, long price) {
        Scene any = new Scene();
        ChildReady like = any.place(side, 1, 10_000);
        ReportFill fill = any.fillOf(like, trade, quantity, Long.toString(price), "0.001", Scene.USDT);
        return new ReportFill(
                1,
                1,
                0,
                "v",
                trade,
                side,
                quantity,
                fill.price(),
                fill.quote(),
                fill.fee(),
                fill.feeAsset(),
                fill.liquidity(),
                fill.venueTimeNs(),
                fill.evidence());
    }

    private static ReportFillCorrected mend(ReportFill to, long venueTimeNs) {
        return to.quantity() == 0
                ? bust(to, venueTimeNs)
                : corrected(to, to.side(), to.quantity(), to.price().toString(), venueTimeNs);
    }

    private static ReportFillCorrected bust(ReportFill fill, long venueTimeNs) {
        return new ReportFillCorrected(
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                fill.tradeId(),
                fill.side(),
                0,
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO,
                0,
                venueTimeNs,
                Evidence.VENUE_STREAM,
                "trade cancelled");
    }

    private static ReportFillCorrected corrected(
            ReportFill fill, Side side, long quantity, String price, long venueTimeNs) {
        return new ReportFillCorrected(
                fill.venueAccount(),
                fill.instrument(),
                fill.venueOrderId(),
                fill.tradeId(),
                side,
                quantity,
                Amount.parse(price),
                Amount.of(new BigDecimal(price).multiply(BigDecimal.valueOf(Math.abs(quantity), 3))),
                fill.fee(),
                fill.feeAsset(),
                venueTimeNs,
                Evidence.VENUE_STREAM,
                "");
    }

    /// What positions and ledger hold, flat and empty ones left out.
    private static List<String> money(Scene scene) {
        var held = new ArrayList<String>();
        lines(scene, PositionChanged.class).stream()
                .map(line -> line.quantity() + " " + line.cost() + " " + line.realised())
                .filter(line -> !line.equals("0 0 0"))
                .forEach(held::add);
        lines(scene, LedgerStands.class).stream()
                .filter(line -> !line.sum().isZero())
                .map(LedgerStands::toString)
                .sorted()
                .forEach(held::add);
        return held;
    }

    private static <E extends Event> List<E> lines(Scene scene, Class<E> kind) {
        var lines = new ArrayList<Event>();
        scene.engine.snapshot(lines::add);
        return Scene.all(kind, lines);
    }
}
