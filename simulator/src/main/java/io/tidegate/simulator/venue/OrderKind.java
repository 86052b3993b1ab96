package io.tidegate.simulator.venue;

/// Kinds of orders that the simulated venues take.
public enum OrderKind {
    LIMIT,
    /// A limit order that is refused when it would take.
    POST_ONLY,
    MARKET
}
