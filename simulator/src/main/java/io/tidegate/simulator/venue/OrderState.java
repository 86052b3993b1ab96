package io.tidegate.simulator.venue;

/// How an order stands at the venue.
public enum OrderState {
    OPEN,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    /// Ended by its time in force, or for want of liquidity.
    EXPIRED;

    public boolean isOpen() {
        return this == OPEN || this == PARTIALLY_FILLED;
    }
}
