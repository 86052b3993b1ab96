package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.Optional;
import java.util.OptionalLong;

/// Which order a request means: by `orderId`, by `origClientOrderId`, or by both, which must agree.
record OrderFinder(Optional<Market> market, OptionalLong orderId, Optional<String> clientId) {
    static OrderFinder read(Parameters parameters, Symbols symbols) {
        var market = symbols.mandatory(parameters);
        var orderId = parameters.integer("orderId");
        var clientId = parameters.text("origClientOrderId");
        if (orderId.isEmpty() && clientId.isEmpty()) {
            parameters.complain(BinanceError.bothMissing("origClientOrderId", "orderId"));
        }
        return new OrderFinder(market, orderId, clientId);
    }

    /// @param notFound what to answer when there is none
    Outcome<VenueOrder> find(SimulatedVenue venue, Account account, BinanceError notFound) {
        var found = orderId.isPresent()
                ? venue.order(account, market.orElseThrow(), orderId.getAsLong())
                : venue.order(account, market.orElseThrow(), clientId.orElseThrow());
        if (found.isEmpty()) {
            return new Outcome.Refused<>(notFound);
        }
        boolean agrees = clientId.isEmpty() || clientId.get().equals(found.get().clientId());
        return agrees ? new Outcome.Is<>(found.get()) : new Outcome.Refused<>(BinanceError.clientIdOfAnotherOrder());
    }
}
