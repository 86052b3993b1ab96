package io.tidegate.model.command;

import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;

/// The venue says that an order has ended.
///
/// The child ends when the fills that have reached us add up to `cumulative`; until then it stands, flagged.
///
/// @param cumulative what the venue says was filled in all, at the instrument's quantity scale; −1 where it does not
/// say
/// @param reason     the venue's words or our code for them, at most 200 characters
public record ReportEnded(
        long childId,
        EndKind kind,
        long cumulative,
        String venueOrderId,
        String reason,
        Evidence evidence,
        long venueTimeNs)
        implements Command {}
