package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.CloseReason;
import io.tidegate.simulator.venue.MarketPhase;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.Optional;

/// Our words in Binance's.
final class Words {
    private Words() {}

    static String status(OrderState state) {
        return switch (state) {
            case PENDING -> "PENDING_NEW";
            case OPEN -> "NEW";
            case PARTIALLY_FILLED -> "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELLED -> "CANCELED";
            case EXPIRED -> "EXPIRED";
            case PREVENTED -> "EXPIRED_IN_MATCH";
            case REJECTED -> "REJECTED";
        };
    }

    static String type(VenueOrder order) {
        String limit = order.request().kind() == OrderKind.MARKET ? "" : "_LIMIT";
        return order.trigger().map(trigger -> trigger.kind().name() + limit).orElseGet(() -> switch (order.request()
                .kind()) {
            case LIMIT -> "LIMIT";
            case POST_ONLY -> "LIMIT_MAKER";
            case MARKET -> "MARKET";
        });
    }

    static String timeInForce(VenueOrder order) {
        // The venue shows GTC for orders that have no time in force.
        return order.request().kind() == OrderKind.LIMIT
                ? order.request().timeInForce().name()
                : "GTC";
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
        return order.closeReason().flatMap(Words::expiryReason);
    }

    private static Optional<String> expiryReason(CloseReason why) {
        return switch (why) {
            case IOC_REST -> Optional.of("UNFILLED_IOC_QUANTITY_EXPIRED");
            case FOK_UNFILLABLE -> Optional.of("UNFILLED_FOK_ORDER_EXPIRED");
            case NO_LIQUIDITY -> Optional.of("INSUFFICIENT_LIQUIDITY");
            case OTHER_OF_PAIR -> Optional.of("OCO_TRIGGER");
            case FIRST_OF_LIST_ENDED -> Optional.of("OTO_PHASE_ONE_EXPIRED");
            case REJECTED -> Optional.of("REJECTED");
            case FILLED, CANCELLED, SELF_TRADE, AMENDED_AWAY -> Optional.empty();
        };
    }

    /// The message of a refusal (-2010).
    static String refusal(Placed.Reason reason) {
        return switch (reason) {
            case MARKET_CLOSED -> "Market is closed.";
            case DUPLICATE_CLIENT_ID -> "Duplicate order sent.";
            case INSUFFICIENT_FUNDS -> "Account has insufficient balance for requested action.";
            case WOULD_TAKE -> "Order would immediately match and take.";
            case WOULD_TRIGGER -> "Order would trigger immediately.";
            case PAIR_PRICES -> "The relationship of the prices for the orders is not correct.";
            case NO_LIQUIDITY -> "Order book liquidity is less than LOT_SIZE filter minimum quantity.";
        };
    }

    /// The `r` of an execution report.
    static String rejection(VenueOrder order) {
        return order.rejection()
                .map(reason -> switch (reason) {
                    case INSUFFICIENT_FUNDS -> "INSUFFICIENT_BALANCES";
                    case WOULD_TAKE -> "WOULD_MATCH_IMMEDIATELY";
                    case WOULD_TRIGGER -> "STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY";
                    case PAIR_PRICES -> "OCO_BAD_PRICES";
                    case MARKET_CLOSED, DUPLICATE_CLIENT_ID, NO_LIQUIDITY -> "NONE";
                })
                .orElse("NONE");
    }
}
