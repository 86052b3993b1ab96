package io.tidegate.simulator.venue;

import io.tidegate.model.number.Amount;

/// A trade as the public sees it.
///
/// @param quote        price × quantity
/// @param buyerIsMaker whether the seller took
/// @param takerId      the order that arrived; not public, but it says which trades are one aggregate
public record Print(
        long tradeId, long price, long quantity, Amount quote, long timeNs, boolean buyerIsMaker, long takerId) {}
