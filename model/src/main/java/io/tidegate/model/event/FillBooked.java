package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;

/// One execution is booked, once and for ever.
///
/// @param childId  our child, or 0 when the order is not, or no longer, known: then it is in suspense
/// @param orderId  our order, or 0 likewise
/// @param rounding venue's quote figure less price × quantity, as posted to the venue-rounding account
public record FillBooked(
        long childId,
        long orderId,
        int venueAccount,
        int instrument,
        String venueOrderId,
        String tradeId,
        Side side,
        long quantity,
        Amount price,
        Amount quote,
        Amount rounding,
        Amount fee,
        int feeAsset,
        Liquidity liquidity,
        long venueTimeNs,
        Evidence evidence)
        implements Event {}
