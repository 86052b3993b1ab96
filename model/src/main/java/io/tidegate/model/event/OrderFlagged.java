package io.tidegate.model.event;

import io.tidegate.model.order.Flag;

/// Something about an order is remarkable beside its status.
///
/// @param childId the child it concerns, or 0
public record OrderFlagged(long orderId, long childId, Flag flag, String detail) implements Event {}
