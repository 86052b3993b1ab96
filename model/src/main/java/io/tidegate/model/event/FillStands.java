package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;

/// A line of a snapshot: an execution, or an adjustment of a position, that is booked and remembered with its numbers,
/// so that it is not booked again and can be corrected. Lines come in the order of booking.
///
/// @param venueOrderId `#adjustment` for an adjustment, whose trade id is its reference
/// @param childId      our child, or 0
/// @param orderId      our order, or 0
/// @param quantity     what holds, at the instrument's scale; 0 when it was busted; −1 when it was booked by a version
///                     that did not keep numbers
/// @param rounding     as posted to the venue-rounding account
/// @param correctedNs  the venue's time of the last correction; 0 when there was none
/// @param atNs         log time of its booking
public record FillStands(
        int venueAccount,
        int instrument,
        String venueOrderId,
        String tradeId,
        long childId,
        long orderId,
        Side side,
        long quantity,
        Amount price,
        Amount quote,
        Amount rounding,
        Amount fee,
        int feeAsset,
        long correctedNs,
        long atNs)
        implements Standing {}
