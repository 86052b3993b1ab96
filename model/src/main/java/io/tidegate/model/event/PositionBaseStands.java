package io.tidegate.model.event;

import io.tidegate.model.number.Amount;

/// A line of a snapshot: what a position was before the oldest of its executions that are still remembered. Position =
/// base and those executions, in their order; that is how a correction restates it.
///
/// @param quantity at the instrument's scale, negative when short
/// @param cost     of the open quantity, in the quote asset, negative when short
/// @param realised gross result of what had been closed
public record PositionBaseStands(int venueAccount, int instrument, long quantity, Amount cost, Amount realised)
        implements Standing {}
