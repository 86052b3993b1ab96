package io.tidegate.simulator.agents;

import io.tidegate.model.number.Amount;
import io.tidegate.simulator.venue.Market;
import java.math.BigInteger;

/// How much of an instrument an agent trades at a time.
final class Sizes {
    private Sizes() {}

    /// The quantity on the grid that is worth about `quote` whole units of the quote asset at that price; at least one
    /// lot, at most what an order may have.
    static long worth(Market market, long price, long quote) {
        BigInteger units = Amount.ofScaled(quote, 0)
                .units()
                .divide(Amount.product(price, 1, market.instrument().scales()).units());
        long lot = market.grid().lot();
        long quantity = units.min(BigInteger.valueOf(market.listing().marketQuantityMax()))
                .longValueExact();
        return Math.max(quantity - quantity % lot, lot);
    }
}
