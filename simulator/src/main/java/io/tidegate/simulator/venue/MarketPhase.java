package io.tidegate.simulator.venue;

/// What a market takes at the moment.
public enum MarketPhase {
    /// Orders and cancels.
    TRADING,
    /// Cancels only.
    CANCEL_ONLY,
    /// Nothing.
    HALT
}
