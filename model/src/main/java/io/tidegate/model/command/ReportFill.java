package io.tidegate.model.command;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;

/// One execution, as the venue reports it; booked once, however often and on whatever way it comes (SPEC ORD-5).
///
/// Its key is (venue account, instrument, venue order id, trade id).
///
/// @param childId     our child, or 0 where the venue's id does not name one of ours
/// @param quantity    base quantity at the instrument's scale, positive
/// @param price       as printed, which may be off any grid
/// @param quote       the venue's own figure where it gives one, else price × quantity
/// @param fee         positive for a cost, negative for a rebate
/// @param feeAsset    id of the asset in which the fee was charged; 0 when the fee is zero and no asset was named
/// @param venueTimeNs the venue's time, nanoseconds since 1970 UTC
/// @param evidence    on which way it came
public record ReportFill(
        int venueAccount,
        int instrument,
        long childId,
        String venueOrderId,
        String tradeId,
        Side side,
        long quantity,
        Amount price,
        Amount quote,
        Amount fee,
        int feeAsset,
        Liquidity liquidity,
        long venueTimeNs,
        Evidence evidence)
        implements Command {}
