package io.tidegate.model.event;

import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;

/// An order has another status, and why.
///
/// @param filled what has been booked for it, at the instrument's quantity scale
public record OrderMoved(long orderId, OrderStatus from, OrderStatus to, long filled, Evidence evidence, String reason)
        implements Event {}
