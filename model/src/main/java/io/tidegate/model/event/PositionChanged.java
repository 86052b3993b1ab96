package io.tidegate.model.event;

import io.tidegate.model.number.Amount;

/// What has been bought less what has been sold of an instrument at a venue account.
///
/// @param quantity at the instrument's scale, negative when short
/// @param cost     what the open quantity cost, in the quote asset, negative when short; average price = cost ∕
/// quantity
/// @param realised gross result of what has been closed, in the quote asset
public record PositionChanged(
        int venueAccount, int instrument, long quantity, Amount cost, Amount realised, PositionCause cause)
        implements Event {}
