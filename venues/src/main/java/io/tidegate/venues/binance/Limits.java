package io.tidegate.venues.binance;

import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Counts;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.LimitRule.Scope;
import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.VenueCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the venue limits us and what each call costs, as data (binance.md sections 0, 3.1 and 6).
final class Limits {
    static final String WEIGHT = "REQUEST_WEIGHT";
    static final String RAW = "RAW_REQUESTS";
    static final String ORDERS_10S = "ORDERS_10S";
    static final String ORDERS_1D = "ORDERS_1D";
    static final String CONNECTIONS = "CONNECTIONS";

    /// With the lower of the documented order limits. All windows are aligned to the clock.
    private static final List<LimitRule> DOCUMENTED = List.of(
            new LimitRule(WEIGHT, Scope.IP, 6_000, Duration.ofMinutes(1).toNanos(), true),
            new LimitRule(RAW, Scope.IP, 300_000, Duration.ofMinutes(5).toNanos(), true),
            new LimitRule(ORDERS_10S, Scope.ACCOUNT, 50, Duration.ofSeconds(10).toNanos(), true),
            new LimitRule(ORDERS_1D, Scope.ACCOUNT, 160_000, Duration.ofDays(1).toNanos(), true),
            new LimitRule(CONNECTIONS, Scope.IP, 300, Duration.ofMinutes(5).toNanos(), true));

    private Limits() {}

    static Optional<LimitRule> rule(String name) {
        return DOCUMENTED.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    static List<LimitRule> rules(BinanceSettings settings) {
        return DOCUMENTED.stream()
                .map(rule -> switch (rule.name()) {
                    case ORDERS_10S -> withCapacity(rule, settings.ordersPer10s());
                    case ORDERS_1D -> withCapacity(rule, settings.ordersPerDay());
                    default -> rule;
                })
                .toList();
    }

    private static LimitRule withCapacity(LimitRule rule, long capacity) {
        return new LimitRule(rule.name(), rule.scope(), capacity, rule.windowNs(), rule.aligned());
    }

    /// The documented weights. Orders and cancels cost theirs only when they fail, and an order counts only
    /// when it is taken: while one is under way both are held, and what did not count is free with its
    /// answer. Charged for good, 100 good orders a second would use up the minute's 6,000 here while the
    /// venue has counted none; not charged at all, a burst of refused ones would pass the limit.
    static Cost cost(VenueCall call) {
        return switch (call) {
            case VenueCall.Submit _ -> orders(1, Counts.UNLESS_REFUSED);
            // A new order that is not even tried counts all the same (section 3.2).
            case VenueCall.Replace _ -> orders(1, Counts.ALWAYS);
            case VenueCall.SubmitList list -> orders(legs(list.list()), Counts.UNLESS_REFUSED);
            case VenueCall.Cancel _, VenueCall.CancelAll _ ->
                new Cost(Priority.CRITICAL, List.of(new Charge(WEIGHT, 1, Counts.UNLESS_DONE), new Charge(RAW, 1)));
            // Free of weight only where it makes the order end (section 0).
            case VenueCall.Amend _ -> cost(Priority.HIGH, 4, 1);
            case VenueCall.Test _ -> cost(Priority.LOW, 1, 1);
            case VenueCall.LookUp _ -> cost(Priority.CRITICAL, 4, 1);
            case VenueCall.OpenOrders _ -> cost(Priority.NORMAL, 80, 1);
            // Usually two pages: the first day with rows, and what followed.
            case VenueCall.Fills _ -> cost(Priority.NORMAL, 40, 2);
            case VenueCall.History _ -> cost(Priority.LOW, 40, 2);
            case VenueCall.Balances _ -> cost(Priority.NORMAL, 20, 1);
            case VenueCall.Fees _, VenueCall.Listings _ -> cost(Priority.LOW, 20, 1);
            case VenueCall.Counts _ -> cost(Priority.NORMAL, 40, 1);
            case VenueCall.Quote _ -> cost(Priority.LOW, 2, 1);
        };
    }

    private static int legs(OrderList list) {
        return list.legs().size();
    }

    private static Cost orders(int count, Counts counts) {
        List<Charge> charges = new ArrayList<>();
        charges.add(new Charge(WEIGHT, 1, Counts.UNLESS_DONE));
        charges.add(new Charge(RAW, 1));
        charges.add(new Charge(ORDERS_10S, count, counts));
        charges.add(new Charge(ORDERS_1D, count, counts));
        return new Cost(Priority.HIGH, charges);
    }

    private static Cost cost(Priority priority, long weight, long requests) {
        return new Cost(priority, List.of(new Charge(WEIGHT, weight), new Charge(RAW, requests)));
    }
}
