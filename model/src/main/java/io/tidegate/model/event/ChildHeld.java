package io.tidegate.model.event;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.TimeInForce;

/// So much of an order is held by us: its worst case is reserved, and nothing of it has been handed out. Told again
/// when the quantity changes, because a part was handed out or the order was amended.
///
/// It ends with a `ChildReady` or a `ChildMoved` of the same child.
///
/// @param quantity what is held now, at the instrument's quantity scale; 0 when nothing is left of it
/// @param price    the worst price that is reserved for
public record ChildHeld(
        long childId, long orderId, int venueAccount, OrderType type, TimeInForce tif, long quantity, long price)
        implements Event {}
