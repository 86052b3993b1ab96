package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Side;

/// An execution that was booked is restated: the old numbers are taken back, the new ones hold, and the position is
/// what
/// it would be had it always been so.
///
/// @param childId        our child, or 0 when it is not, or no longer, known
/// @param orderId        our order, or 0 likewise
/// @param quantityBefore what was booked until now, 0 when it had been busted
/// @param quantity       what holds, 0 for a bust
/// @param rounding       venue's quote figure less price × quantity, as posted to the venue-rounding account
public record FillCorrected(
        long childId,
        long orderId,
        int venueAccount,
        int instrument,
        String venueOrderId,
        String tradeId,
        Side side,
        long quantityBefore,
        Amount quoteBefore,
        Amount feeBefore,
        int feeAssetBefore,
        long quantity,
        Amount price,
        Amount quote,
        Amount rounding,
        Amount fee,
        int feeAsset,
        long venueTimeNs,
        Evidence evidence,
        String reason)
        implements Event {}
