package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.BTC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Counts;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What calls are charged before they go (binance.md sections 0, 3.1 and 6).
final class LimitsTest {
    private static final OrderKey KEY = new OrderKey(BTC, "tg1-1", "");

    /// Since 2026-04-02 an order or a cancel that succeeds costs no weight: 200 a second must not use up the
    /// minute's 6,000, and yet a burst of refused ones must not pass them.
    @Test
    void ordersAndCancelsHoldTheWeightThatOnlyFailuresCostWhileTheyAreUnderWay() {
        var order = new VenueOrder(BTC, "tg1-1", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1, 1, false);
        assertEquals(
                new Cost(
                        Priority.HIGH,
                        List.of(
                                new Charge(Limits.WEIGHT, 1, Counts.UNLESS_DONE),
                                new Charge(Limits.RAW, 1),
                                new Charge(Limits.ORDERS_10S, 1, Counts.UNLESS_REFUSED),
                                new Charge(Limits.ORDERS_1D, 1, Counts.UNLESS_REFUSED))),
                Limits.cost(new VenueCall.Submit(order)));
        var cancel = new Cost(
                Priority.CRITICAL,
                List.of(new Charge(Limits.WEIGHT, 1, Counts.UNLESS_DONE), new Charge(Limits.RAW, 1)));
        assertEquals(cancel, Limits.cost(new VenueCall.Cancel(KEY)));
        assertEquals(cancel, Limits.cost(new VenueCall.CancelAll(BTC)));
    }

    @Test
    void questionsAreChargedTheirDocumentedWeight() {
        assertEquals(4, weight(new VenueCall.LookUp(KEY)));
        assertEquals(80, weight(new VenueCall.OpenOrders()));
        assertEquals(40, weight(new VenueCall.Fills(BTC, 0))); // usually two pages
        assertEquals(20, weight(new VenueCall.Balances()));
        assertEquals(2, weight(new VenueCall.Quote(BTC)));
    }

    private static long weight(VenueCall call) {
        return Limits.cost(call).charges().stream()
                .filter(charge -> charge.limit().equals(Limits.WEIGHT))
                .mapToLong(Charge::amount)
                .sum();
    }
}
