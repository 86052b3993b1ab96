package io.tidegate.simulator.venue;

/// How an order stands at the venue.
public enum OrderState {
    /// Waits for another order of its list; not yet checked for funds.
    PENDING,
    OPEN,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    /// Ended by its time in force, for want of liquidity, or by another order of its list.
    EXPIRED,
    /// Ended, at least in part, by meeting another order of its account.
    PREVENTED,
    /// Could not be taken on when its turn came.
    REJECTED;

    public boolean isOpen() {
        return this == PENDING || this == OPEN || this == PARTIALLY_FILLED;
    }
}
