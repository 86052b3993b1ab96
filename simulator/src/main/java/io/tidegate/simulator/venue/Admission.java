package io.tidegate.simulator.venue;

import java.util.List;
import java.util.Optional;

/// What the market itself says against an order, before anybody looks at money.
final class Admission {
    private Admission() {}

    /// Why an order cannot go to work as the market is now.
    static Optional<Placed.Reason> marketRefusal(Market market, OrderRequest request) {
        if (market.phase() != MarketPhase.TRADING) {
            return Optional.of(Placed.Reason.MARKET_CLOSED);
        }
        var trigger = request.conditions().trigger();
        if (trigger.isPresent()) {
            return trigger.get().isReached(request.side(), market.lastPrice())
                    ? Optional.of(Placed.Reason.WOULD_TRIGGER)
                    : Optional.empty();
        }
        return request.kind() == OrderKind.POST_ONLY && market.book.takes(request.side(), request.price())
                ? Optional.of(Placed.Reason.WOULD_TAKE)
                : Optional.empty();
    }

    /// Whether a pair stands on both sides of the market: whoever sells has one above the last price and one below.
    static boolean isAround(Market market, List<OrderRequest> pair) {
        long first = reach(pair.get(0));
        long second = reach(pair.get(1));
        long last = market.lastPrice();
        // A trailing order that is active at once stands where it must.
        return first == 0 || second == 0 || (Math.min(first, second) < last && last < Math.max(first, second));
    }

    /// The price at which an order of a pair comes into play; 0 for a trailing order that is active at once.
    private static long reach(OrderRequest request) {
        return request.conditions().trigger().map(Trigger::stopPrice).orElse(request.price());
    }
}
