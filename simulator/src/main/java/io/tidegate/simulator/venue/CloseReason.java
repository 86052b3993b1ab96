package io.tidegate.simulator.venue;

import io.tidegate.simulator.matching.End;

/// Why an order is no longer open.
public enum CloseReason {
    FILLED(OrderState.FILLED),
    CANCELLED(OrderState.CANCELLED),
    IOC_REST(OrderState.EXPIRED),
    FOK_UNFILLABLE(OrderState.EXPIRED),
    NO_LIQUIDITY(OrderState.EXPIRED),
    SELF_TRADE(OrderState.PREVENTED),
    /// The other order of a one-cancels-the-other pair traded or was triggered.
    OTHER_OF_PAIR(OrderState.EXPIRED),
    /// The order that it waited for ended without being filled.
    FIRST_OF_LIST_ENDED(OrderState.EXPIRED),
    /// Was made smaller than what it had traded.
    AMENDED_AWAY(OrderState.EXPIRED),
    /// Its turn came, and it could not be taken on; [VenueOrder#rejection] says why.
    REJECTED(OrderState.REJECTED);

    private final OrderState state;

    CloseReason(OrderState state) {
        this.state = state;
    }

    OrderState state() {
        return state;
    }

    static CloseReason of(End end) {
        return switch (end) {
            case FILLED -> FILLED;
            case CANCELLED -> CANCELLED;
            case IOC_REST -> IOC_REST;
            case FOK_UNFILLABLE -> FOK_UNFILLABLE;
            case NO_LIQUIDITY -> NO_LIQUIDITY;
            case SELF_TRADE -> SELF_TRADE;
            case WOULD_TAKE -> REJECTED;
        };
    }
}
