package io.tidegate.model.event;

import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderTerms;

/// A line of an image or snapshot: an order as it is.
///
/// @param nextSlice  the slice number that the core expects next
/// @param acceptedNs log time of its acceptance
/// @param endedNs    log time of its end, 0 while it lives
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
        String reason)
        implements Standing {}
