package io.tidegate.model.event;

import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;

/// A child has another status, and why.
///
/// @param filled   what has been booked for it, at the instrument's quantity scale
/// @param evidence on what word the new status rests
public record ChildMoved(
        long childId,
        long orderId,
        OrderStatus from,
        OrderStatus to,
        long filled,
        String venueOrderId,
        Evidence evidence,
        String reason)
        implements Event {}
