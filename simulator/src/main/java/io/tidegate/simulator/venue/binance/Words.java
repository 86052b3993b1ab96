package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.matching.End;
import io.tidegate.simulator.venue.MarketPhase;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.Optional;

/// Our words in Binance's.
final class Words {
    private Words() {}

    static String status(OrderState state) {
        return switch (state) {
            case OPEN -> "NEW";
            case PARTIALLY_FILLED -> "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELLED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
        };
    }

    static String type(VenueOrder order) {
        return switch (order.request().kind()) {
            case LIMIT -> "LIMIT";
            case POST_ONLY -> "LIMIT_MAKER";
            case MARKET -> "MARKET";
        };
    }

    /// A market order is shown as GTC, whatever that means for it.
    static String timeInForce(VenueOrder order) {
        return order.request().kind() == OrderKind.MARKET
                ? "GTC"
                : order.request().timeInForce().name();
    }

    static String status(MarketPhase phase) {
        return switch (phase) {
            case TRADING -> "TRADING";
            case CANCEL_ONLY -> "CANCEL_ONLY";
            case HALT -> "HALT";
        };
    }

    /// Why an order expired; empty for all others.
    static Optional<String> expiryReason(VenueOrder order) {
        return order.end().flatMap(Words::expiryReason);
    }

    private static Optional<String> expiryReason(End end) {
        return switch (end) {
            case IOC_REST -> Optional.of("UNFILLED_IOC_QUANTITY_EXPIRED");
            case FOK_UNFILLABLE -> Optional.of("UNFILLED_FOK_ORDER_EXPIRED");
            case NO_LIQUIDITY -> Optional.of("INSUFFICIENT_LIQUIDITY");
            case FILLED, CANCELLED, WOULD_TAKE, SELF_TRADE -> Optional.empty();
        };
    }
}
