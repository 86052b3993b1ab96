package io.tidegate.model.event;

import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.WorkingTerms;
import java.util.Optional;

/// A line of an image or snapshot: an order as it is.
///
/// @param nextSlice  the slice number that the core expects next
/// @param acceptedNs log time of its acceptance
/// @param endedNs    log time of its end, 0 while it lives
/// @param now        its terms as amended
/// @param wanted     the terms that an amendment under way asks for
/// @param released   whether what it waited for has happened: its stop was set off, its group is whole
/// @param extreme    best reference price that a trailing stop has seen, 0 where none
/// @param cancelling whether its end has been asked for
public record OrderStands(
        long orderId,
        OrderTerms terms,
        OrderStatus status,
        long filled,
        int nextSlice,
        boolean cancelling,
        long acceptedNs,
        long endedNs,
        long receivedNs,
        Evidence evidence,
        String reason,
        WorkingTerms now,
        Optional<WorkingTerms> wanted,
        boolean released,
        long extreme)
        implements Standing {}
