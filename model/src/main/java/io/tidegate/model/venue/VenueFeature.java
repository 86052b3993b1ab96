package io.tidegate.model.venue;

import io.tidegate.model.order.OrderType;
import java.util.Optional;

/// What a venue account does natively; what is missing we do ourselves (SPEC ORD-1, ORD-2, ORD-6). Append only.
public enum VenueFeature {
    STOP_LIMIT,
    STOP_MARKET,
    TRAILING_STOP,
    ICEBERG,
    GTD,
    REDUCE_ONLY,
    /// Price and quantity of an open order can be changed in place.
    AMEND,
    /// It prevents trades with ourselves when told how.
    SELF_TRADE;

    /// The feature that takes that type natively; empty for types that every venue has, or none.
    public static Optional<VenueFeature> of(OrderType type) {
        return switch (type) {
            case STOP_LIMIT -> Optional.of(STOP_LIMIT);
            case STOP_MARKET -> Optional.of(STOP_MARKET);
            case TRAILING_STOP -> Optional.of(TRAILING_STOP);
            case MARKET, LIMIT, FLASH_LOAN_ARBITRAGE, ATOMIC_SWAP -> Optional.empty();
        };
    }
}
