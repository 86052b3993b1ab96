package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;

/// A difference that no execution explains was taken over into a position.
///
/// @param quantity positive, at the instrument's scale
/// @param cost     what it is taken to be worth, in the quote asset
public record PositionAdjusted(
        int venueAccount,
        int instrument,
        Side side,
        long quantity,
        Amount cost,
        String reference,
        String by,
        String reason)
        implements Event {}
