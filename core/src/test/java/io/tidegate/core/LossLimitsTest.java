package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.ReportFill;
import io.tidegate.model.command.SetInstrumentLimits;
import io.tidegate.model.command.SetKillSwitch;
import io.tidegate.model.command.SetLossLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CancelReady;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.LossStepChanged;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.InstrumentLimits;
import io.tidegate.model.risk.KillScope;
import io.tidegate.model.risk.LossLimits;
import io.tidegate.model.risk.LossStep;
import io.tidegate.testkit.Laws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten BTC bought at 100; the middle of bid and ask is 100.05 when the limits are set, so the result is 0.5 then.
class LossLimitsTest {
    private static final LossLimits.Steps STEPS =
            new LossLimits.Steps(Amount.parse("10"), Amount.parse("20"), Amount.parse("30"), Amount.parse("40"));
    private static final long HOUR = 3_600_000_000_000L;

    private final Scene scene = new Scene();

    @ParameterizedTest(name = "at {0} / {1} the account comes to {2}")
    @CsvSource({
        "98.99, 99.12, NONE",
        "98.99, 99.11, SHRINK",
        "97.99, 98.11, NO_NEW",
        "96.99, 97.11, FLATTEN",
        "95.99, 96.11, STOP",
        "90.00, 90.00, STOP"
    })
    void aLossLeadsToItsStep(String bid, String ask, LossStep step) {
        hold(STEPS, LossLimits.Steps.NONE);
        List<Event> told = mark(bid, ask);
        assertThat(Scene.all(LossStepChanged.class, told).stream()
                        .map(LossStepChanged::to)
                        .toList())
                .isEqualTo(step == LossStep.NONE ? List.of() : List.of(step));
    }

    @Test
    void ordersAreSmallInTheFirstStep() {
        hold(STEPS, LossLimits.Steps.NONE);
        mark("98.99", "99.11");
        Refusal refused = scene.refused(scene.limit(Side.BUY, 600, 9_900));
        assertThat(refused.code()).isEqualTo(RefusalCode.VALUE_TOO_LARGE);
        assertThat(refused.limit()).isEqualTo("50");
        scene.place(Side.BUY, 500, 9_900);
    }

    @Test
    void ordersReduceInTheSecondStep() {
        hold(STEPS, LossLimits.Steps.NONE);
        mark("97.99", "98.11");
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 9_800)).code()).isEqualTo(RefusalCode.LOSS_LIMIT);
        scene.place(Side.SELL, 800, 9_810); // above the value of the first step: reducing is free of it
        assertThat(scene.refused(scene.limit(Side.SELL, 9_201, 9_800)).code()).isEqualTo(RefusalCode.LOSS_LIMIT);
    }

    @Test
    void whatIsOpenIsCancelledInTheThirdStepAndReducingGoesOn() {
        hold(STEPS, LossLimits.Steps.NONE);
        ChildReady open = scene.place(Side.BUY, 100, 9_500);
        List<Event> told = mark("96.99", "97.11");
        assertThat(Scene.only(CancelReady.class, told).childId()).isEqualTo(open.childId());
        scene.pass(1);
        ChildReady reducing = scene.place(Side.SELL, 100, 9_720);
        List<Event> swept = scene.apply(new SetKillSwitch(KillScope.STRATEGY, "other", true, "anna", "drill"));
        assertThat(Scene.all(CancelReady.class, swept)).isEmpty();
        assertThat(reducing.orderId()).isPositive();
    }

    @Test
    void theKillSwitchIsEngagedInTheLastStep() {
        hold(STEPS, LossLimits.Steps.NONE);
        KillSwitchSet set = Scene.only(KillSwitchSet.class, mark("95.99", "96.11"));
        assertThat(set.scope()).isEqualTo(KillScope.ACCOUNT);
        assertThat(set.subject()).isEqualTo(Scene.ACCOUNT);
        assertThat(set.by()).isEqualTo("core");
        assertThat(set.reason()).contains("lost 40");
        assertThat(scene.refused(scene.limit(Side.SELL, 1, 9_600)).code()).isEqualTo(RefusalCode.KILL_SWITCH);
    }

    @Test
    void aStepIsKeptWhenTheResultRecoversAndReleasedByTheNextDay() {
        hold(STEPS, LossLimits.Steps.NONE);
        mark("97.99", "98.11");
        assertThat(mark("100.00", "100.10")).hasSize(1);
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 9_800)).code()).isEqualTo(RefusalCode.LOSS_LIMIT);
        scene.pass(24 * HOUR);
        LossStepChanged released = Scene.only(LossStepChanged.class, mark("100.00", "100.10"));
        assertThat(released.to()).isEqualTo(LossStep.NONE);
        scene.place(Side.BUY, 1, 9_800);
    }

    @Test
    void aDrawdownIsMeasuredFromTheBestResultAndOutlivesTheDay() {
        hold(LossLimits.Steps.NONE, STEPS);
        mark("104.99", "105.11");
        LossStepChanged fell = Scene.only(LossStepChanged.class, mark("102.99", "103.11"));
        assertThat(fell.to()).isEqualTo(LossStep.NO_NEW);
        assertThat(fell.drawdown()).isEqualTo(Amount.parse("20"));
        scene.pass(24 * HOUR);
        mark("102.99", "103.11");
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 9_800)).code()).isEqualTo(RefusalCode.LOSS_LIMIT);
        limits(LossLimits.Steps.NONE, STEPS); // deliberately begun anew
        scene.place(Side.BUY, 1, 9_800);
    }

    @Test
    void feesCountAsLosses() {
        hold(STEPS, LossLimits.Steps.NONE);
        List<Event> told = scene.apply(fill("fee", Side.BUY, 1, "100.05", "0.1", Scene.BTC));
        assertThat(Scene.only(LossStepChanged.class, told).dayLoss()).isEqualTo(Amount.parse("10.005"));
    }

    @Test
    void aRestartedCoreIsInTheSameStep() {
        hold(STEPS, LossLimits.Steps.NONE);
        mark("97.99", "98.11");
        scene.restart();
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 9_800)).code()).isEqualTo(RefusalCode.LOSS_LIMIT);
        assertThat(Scene.only(LossStepChanged.class, mark("96.99", "97.11")).from())
                .isEqualTo(LossStep.NO_NEW);
    }

    @Test
    void whatCannotBeValuedMayOnlyBeReduced() {
        scene.apply(new DefineInstrument("ETH/EUR", AssetClass.SPOT, "ETH", "EUR", 2, 3));
        scene.apply(new ReportFill(
                1,
                2,
                0,
                "v",
                "e",
                Side.BUY,
                1_000,
                Amount.parse("10"),
                Amount.parse("10"),
                Amount.ZERO,
                0,
                Liquidity.TAKER,
                scene.nowNs,
                Evidence.VENUE_STREAM));
        limits(STEPS, LossLimits.Steps.NONE);
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 9_800)).code()).isEqualTo(RefusalCode.NO_REFERENCE);
    }

    @Test
    void anUnknownReportingAssetIsRefused() {
        var limits = new LossLimits(9, 0, STEPS, STEPS, Amount.parse("50"));
        List<Event> told = scene.apply(new SetLossLimits(Scene.ACCOUNT, limits, "anna"));
        assertThat(Scene.only(CommandRefused.class, told).refusal().code()).isEqualTo(RefusalCode.UNKNOWN);
    }

    @Test
    void theCollarOfAnInstrumentGoesBeforeTheAccounts() {
        scene.place(Side.BUY, 1, 10_400); // within 5 % of the ask, 100.10
        scene.apply(new SetInstrumentLimits(Scene.ACCOUNT, 1, new InstrumentLimits(100, 0, 0), "anna"));
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_400)).code()).isEqualTo(RefusalCode.OUTSIDE_COLLAR);
        scene.restart();
        Refusal refused = scene.refused(scene.limit(Side.SELL, 1, 9_899));
        assertThat(refused.code()).isEqualTo(RefusalCode.OUTSIDE_COLLAR);
        assertThat(refused.limit()).isEqualTo("99"); // 100.00 less 1 %
    }

    @Test
    void anOrderLargerThanItsInstrumentAllowsIsRefused() {
        scene.apply(new SetInstrumentLimits(Scene.ACCOUNT, 1, new InstrumentLimits(0, 100, 0), "anna"));
        Refusal refused = scene.refused(scene.limit(Side.BUY, 101, 10_000));
        assertThat(refused.code()).isEqualTo(RefusalCode.ORDER_TOO_LARGE);
        assertThat(refused.value()).isEqualTo("0.101");
        assertThat(refused.limit()).isEqualTo("0.1");
        scene.place(Side.BUY, 100, 10_000);
    }

    @Test
    void limitsOfAnUnknownInstrumentAreRefused() {
        List<Event> told = scene.apply(new SetInstrumentLimits(Scene.ACCOUNT, 7, InstrumentLimits.NONE, "anna"));
        assertThat(Scene.only(CommandRefused.class, told).refusal().code()).isEqualTo(RefusalCode.UNKNOWN);
    }

    @Test
    void whateverIsFilledNoPositionPassesItsLimit() {
        Laws.forAll(seed -> {
            Scene any = new Scene();
            long most = seed.longBetween(1, 100);
            any.apply(new SetInstrumentLimits(Scene.ACCOUNT, 1, new InstrumentLimits(0, 0, most), "anna"));
            var open = new ArrayList<ChildReady>();
            for (int i = 0; i < 40; i++) {
                if (seed.chance(60) || open.isEmpty()) {
                    List<Event> told = any.apply(any.limit(seed.pick(Side.class), seed.longBetween(1, 40), 10_000));
                    open.addAll(Scene.all(ChildReady.class, told));
                } else {
                    ChildReady child = open.remove(seed.intBetween(0, open.size() - 1));
                    any.fill(child, child.quantity());
                    assertThat(Math.abs(any.position(1).quantity())).isLessThanOrEqualTo(most);
                }
            }
        });
    }

    private void hold(LossLimits.Steps day, LossLimits.Steps drawdown) {
        scene.apply(fill("first", Side.BUY, 10_000, "100", "0", 0));
        limits(day, drawdown);
    }

    private void limits(LossLimits.Steps day, LossLimits.Steps drawdown) {
        var limits = new LossLimits(Scene.USDT, 0, day, drawdown, Amount.parse("50"));
        scene.apply(new SetLossLimits(Scene.ACCOUNT, limits, "anna"));
    }

    private List<Event> mark(String bid, String ask) {
        return scene.apply(new SetMark(1, ticks(bid), ticks(ask), scene.nowNs));
    }

    private ReportFill fill(String trade, Side side, long quantity, String price, String fee, int feeAsset) {
        return new ReportFill(
                1,
                1,
                0,
                "v",
                trade,
                side,
                quantity,
                Amount.parse(price),
                Amount.of(new BigDecimal(price).multiply(BigDecimal.valueOf(quantity, 3))),
                Amount.parse(fee),
                feeAsset,
                Liquidity.TAKER,
                scene.nowNs,
                Evidence.VENUE_STREAM);
    }

    private static long ticks(String price) {
        return new BigDecimal(price).movePointRight(2).longValueExact();
    }
}
