package io.tidegate.core.order;

/// How long the core remembers what has ended (SPEC ORD-7, ORD-15, CFG-1): by time or by number, whichever is reached
/// first. Part of the rules version: a change is a new version.
///
/// @param orderNs  how long an ended order stays, with its children
/// @param ordersMax most ended orders that stay
/// @param keyNs    how long an idempotency key answers after the end of its order
/// @param keysMax  most keys of orders that have left
/// @param fillNs   how long a fill is recognised
/// @param fillsMax most fills that are recognised
record Horizon(long orderNs, int ordersMax, long keyNs, int keysMax, long fillNs, int fillsMax) {
    /// 1 h and 100,000 orders; 24 h and 1,000,000 keys; 7 days and 1,000,000 fills.
    static final Horizon DEFAULT = new Horizon(
            3_600_000_000_000L, 100_000, 24 * 3_600_000_000_000L, 1_000_000, 7 * 24 * 3_600_000_000_000L, 1_000_000);
}
