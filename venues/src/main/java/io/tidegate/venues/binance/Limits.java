package io.tidegate.venues.binance;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Counts;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.LimitRule.Scope;
import io.tidegate.venues.api.VenueCall;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/// What the venue offers, how it limits us and what each call costs, as data (binance.md sections 3.1 and 6).
final class Limits {
    static final String WEIGHT = "REQUEST_WEIGHT";
    static final String RAW = "RAW_REQUESTS";
    static final String ORDERS_10S = "ORDERS_10S";
    static final String ORDERS_1D = "ORDERS_1D";
    static final String CONNECTIONS = "CONNECTIONS";

    private Limits() {}

    static Capabilities capabilities(BinanceSettings settings) {
        return new Capabilities(
                "binance",
                Collections.unmodifiableSet(EnumSet.of(OrderType.MARKET, OrderType.LIMIT)),
                Collections.unmodifiableSet(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK)),
                false,
                true,
                true,
                false, // an id is refused only while an order of that id is open (section 9, quirk 5)
                false,
                Duration.ofMillis(Requests.RECV_WINDOW_MS).toNanos(),
                Duration.ofSeconds(30).toNanos(),
                "order.status by client order id",
                rules(settings));
    }

    /// All windows are aligned to the clock.
    private static List<LimitRule> rules(BinanceSettings settings) {
        return List.of(
                new LimitRule(WEIGHT, Scope.IP, 6_000, Duration.ofMinutes(1).toNanos(), true),
                new LimitRule(RAW, Scope.IP, 300_000, Duration.ofMinutes(5).toNanos(), true),
                new LimitRule(
                        ORDERS_10S,
                        Scope.ACCOUNT,
                        settings.ordersPer10s(),
                        Duration.ofSeconds(10).toNanos(),
                        true),
                new LimitRule(
                        ORDERS_1D,
                        Scope.ACCOUNT,
                        settings.ordersPerDay(),
                        Duration.ofDays(1).toNanos(),
                        true),
                new LimitRule(CONNECTIONS, Scope.IP, 300, Duration.ofMinutes(5).toNanos(), true));
    }

    /// The documented weights. Orders and cancels cost theirs only when they fail, and an order counts only when it
    /// is taken: while one is under way both are held, and what did not count is free with its answer. Charged for
    /// good, 100 good orders a second would use up the minute's 6,000 here while the venue has counted none; not
    /// charged at all, a burst of refused ones would pass the limit.
    static Cost cost(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit _, VenueCall.Amend _ ->
                new Cost(
                        Priority.HIGH,
                        List.of(
                                new Charge(WEIGHT, 1, Counts.UNLESS_DONE),
                                new Charge(RAW, 1),
                                new Charge(ORDERS_10S, 1, Counts.UNLESS_REFUSED),
                                new Charge(ORDERS_1D, 1, Counts.UNLESS_REFUSED)));
            case VenueCall.Cancel _, VenueCall.CancelAll _ ->
                new Cost(Priority.CRITICAL, List.of(new Charge(WEIGHT, 1, Counts.UNLESS_DONE), new Charge(RAW, 1)));
            case VenueCall.LookUp _ -> cost(Priority.CRITICAL, 4, 1);
            case VenueCall.OpenOrders _ -> cost(Priority.NORMAL, 80, 1);
            // Usually two pages: the first day with trades, and what followed.
            case VenueCall.Fills _ -> cost(Priority.NORMAL, 40, 2);
            case VenueCall.Balances _ -> cost(Priority.NORMAL, 20, 1);
            case VenueCall.Quote _ -> cost(Priority.LOW, 2, 1);
        };
    }

    private static Cost cost(Priority priority, long weight, long requests) {
        return new Cost(priority, List.of(new Charge(WEIGHT, weight), new Charge(RAW, requests)));
    }
}
