package io.tidegate.model.command;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Side;

/// The venue restates one of its executions, or takes it back altogether (SPEC ORD-11).
///
/// The execution is named by its key; the numbers are what holds from now on, each as in [ReportFill]. A late
/// commission
/// is a correction that changes the fee alone. Of several corrections of one execution the latest by the venue's time
/// counts, in whatever order and however often they arrive.
///
/// @param quantity    what was really executed, at the instrument's scale; 0 for a bust, and then price and quote are
///                    zero too
/// @param side        as it was reported: a correction never turns a purchase into a sale
/// @param venueTimeNs when the venue corrected, nanoseconds since 1970 UTC, positive
/// @param reason      the venue's words, or ""
public record ReportFillCorrected(
        int venueAccount,
        int instrument,
        String venueOrderId,
        String tradeId,
        Side side,
        long quantity,
        Amount price,
        Amount quote,
        Amount fee,
        int feeAsset,
        long venueTimeNs,
        Evidence evidence,
        String reason)
        implements Command {}
