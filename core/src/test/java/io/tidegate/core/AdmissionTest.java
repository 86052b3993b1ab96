package io.tidegate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.IncarnationStarted;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.risk.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final long SECOND = 1_000_000_000L;

    private final Scene scene = new Scene();

    @Test
    void refusalsNameTheRuleTheValueAndTheLimit() {
        assertThat(scene.refused(scene.limit(Side.BUY, 10, 10_511)))
                .isEqualTo(new Refusal(RefusalCode.OUTSIDE_COLLAR, "price", "105.11", "105.1"));
        assertThat(scene.refused(scene.limit(Side.SELL, 10, 9_499)))
                .isEqualTo(new Refusal(RefusalCode.OUTSIDE_COLLAR, "price", "94.99", "95"));
        assertThat(scene.refused(scene.limit(Side.SELL, 100_001, 10_000)))
                .isEqualTo(new Refusal(RefusalCode.INSUFFICIENT_FUNDS, "quantity", "100.001", "100"));
    }

    @Test
    void theSameMoneyIsNotPromisedTwice() {
        scene.place(Side.SELL, 60_000, 10_000);
        assertThat(scene.refused(scene.limit(Side.SELL, 40_001, 10_000)).code())
                .isEqualTo(RefusalCode.INSUFFICIENT_FUNDS);
        scene.place(Side.SELL, 40_000, 10_000);
        assertThat(scene.balance(1, Scene.BTC).reserved()).isEqualTo(Amount.parse("100"));
    }

    @Test
    void twoChildrenOfOneProposalAreCountedTogether() {
        OrderTerms terms = Scene.terms("k", Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 120_000, 10_000);
        var half = new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, 60_000, 10_000, false);
        assertThat(scene.refused(new PlaceOrder(terms, List.of(half, half), scene.nowNs))
                        .code())
                .isEqualTo(RefusalCode.INSUFFICIENT_FUNDS);
    }

    @Test
    void theGridOfTheVenueIsARuleForProposals() {
        scene.apply(new SetGrid(1, 1, new Grid(5, 10, 20, 1_000, Amount.parse("5"))));
        assertThat(scene.refused(scene.limit(Side.BUY, 100, 10_001)).code()).isEqualTo(RefusalCode.OFF_GRID);
        assertThat(scene.refused(scene.limit(Side.BUY, 105, 10_000)).code()).isEqualTo(RefusalCode.OFF_GRID);
        assertThat(scene.refused(scene.limit(Side.BUY, 10, 10_000)).code()).isEqualTo(RefusalCode.TOO_SMALL);
        assertThat(scene.refused(scene.limit(Side.BUY, 2_000, 10_000)).code()).isEqualTo(RefusalCode.TOO_LARGE);
        assertThat(scene.refused(scene.limit(Side.BUY, 40, 10_000)).code()).isEqualTo(RefusalCode.TOO_SMALL);
        scene.place(Side.BUY, 50, 10_000);
    }

    @Test
    void aMarketOrderNeedsAFreshReferenceAndAFiniteWorstPrice() {
        OrderTerms terms = Scene.terms("m", Side.BUY, OrderType.MARKET, TimeInForce.IOC, 10, 0);
        var inside = new ChildTerms(1, OrderType.LIMIT, TimeInForce.IOC, 10, 10_510, false);
        var outside = new ChildTerms(1, OrderType.LIMIT, TimeInForce.IOC, 10, 10_511, false);
        var resting = new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, 10, 10_510, false);
        assertThat(scene.refused(new PlaceOrder(terms, List.of(outside), 0)).code())
                .isEqualTo(RefusalCode.OUTSIDE_COLLAR);
        assertThat(scene.refused(new PlaceOrder(terms, List.of(resting), 0)).code())
                .isEqualTo(RefusalCode.NOT_SUPPORTED);
        scene.pass(11 * SECOND);
        assertThat(scene.refused(new PlaceOrder(terms, List.of(inside), 0)).code())
                .isEqualTo(RefusalCode.NO_REFERENCE);
    }

    @Test
    void countRateAndValueAreLimited() {
        scene.apply(new SetLimits(
                Scene.ACCOUNT,
                new Limits(3, 2, Amount.parse("50"), 500, 10 * SECOND, 0, Limits.Duplicates.OFF),
                "test"));
        assertThat(scene.refused(scene.limit(Side.BUY, 501, 10_000)).code()).isEqualTo(RefusalCode.VALUE_TOO_LARGE);
        scene.place(Side.BUY, 1, 10_000);
        scene.place(Side.BUY, 1, 10_000);
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_000)).code())
                .isEqualTo(RefusalCode.TOO_MANY_ORDERS_PER_SECOND);
        scene.pass(SECOND);
        scene.place(Side.BUY, 1, 10_000);
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_000)).code()).isEqualTo(RefusalCode.TOO_MANY_OPEN_ORDERS);
    }

    @Test
    void aLikelyDuplicateIsRefusedWithinItsWindowOnly() {
        scene.apply(new SetLimits(
                Scene.ACCOUNT,
                new Limits(100, 100, Amount.ZERO, 500, 10 * SECOND, SECOND, Limits.Duplicates.REFUSE),
                "test"));
        long first = scene.place(Side.BUY, 7, 10_000).orderId();
        OrderRefused refused = Scene.only(OrderRefused.class, scene.apply(scene.limit(Side.BUY, 7, 10_000)));
        assertThat(refused.refusal().code()).isEqualTo(RefusalCode.DUPLICATE_ORDER);
        assertThat(refused.orderId()).isEqualTo(first);
        scene.place(Side.SELL, 7, 10_001);
        scene.pass(SECOND + 1);
        scene.place(Side.BUY, 7, 10_000);
    }

    @Test
    void whatIsNotOfferedIsRefusedAndNothingIsAcceptedInPart() {
        OrderTerms stop = new OrderTerms(
                Scene.ACCOUNT,
                "",
                "s",
                1,
                Side.BUY,
                OrderType.ATOMIC_SWAP,
                TimeInForce.GTC,
                1,
                0,
                0,
                Trigger.LAST,
                0,
                0,
                0,
                0,
                false,
                false,
                0,
                Urgency.NORMAL,
                0,
                0,
                "");
        int before = scene.events.size();
        assertThat(scene.refused(new PlaceOrder(stop, List.of(), 0)).code()).isEqualTo(RefusalCode.NOT_SUPPORTED);
        assertThat(scene.events).hasSize(before + 1);
    }

    @Test
    void aClosedGateRefusesNewOrdersOnly() {
        var child = scene.place(Side.BUY, 10, 10_000);
        scene.apply(new SetGate(1, 1, false, "reconnecting"));
        assertThat(scene.refused(scene.limit(Side.BUY, 1, 10_000)))
                .isEqualTo(new Refusal(RefusalCode.VENUE_CLOSED, "venueAccount", "binance:v1", "open: reconnecting"));
        assertThat(scene.cancel(child)).isNotEmpty();
        scene.apply(new SetGate(1, 1, true, "ready"));
        assertThat(scene.apply(scene.limit(Side.BUY, 1, 10_000))).hasAtLeastOneElementOfType(OrderAccepted.class);
    }

    @Test
    void anAbsurdWallClockDoesNotUseUpTheIncarnations() {
        for (long absurd : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            CommandRefused refused = Scene.only(CommandRefused.class, scene.apply(new StartIncarnation(absurd)));
            assertThat(refused.refusal().field()).isEqualTo("wallClockMs");
        }
        assertThat(scene.apply(new StartIncarnation(scene.nowNs / 1_000_000)))
                .hasAtLeastOneElementOfType(IncarnationStarted.class);
    }
}
