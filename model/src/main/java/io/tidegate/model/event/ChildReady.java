package io.tidegate.model.event;

import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;

/// A child is handed out to the holder of the lease, who alone may send it, once, before its time is up.
///
/// From here on its outcome is unknown and its worst case reserved.
///
/// @param epoch        the lease that may send it
/// @param incarnation  with the child id it makes the client order id
/// @param price        the limit, or the worst price of a MARKET child
/// @param sendBeforeNs by log time; not sent after it
/// @param receivedNs   when the edge had the client's request whole
/// @param instructions what the venue is told beyond that
public record ChildReady(
        long childId,
        long orderId,
        int venueAccount,
        int instrument,
        Side side,
        OrderType type,
        TimeInForce tif,
        long quantity,
        long price,
        boolean postOnly,
        long epoch,
        int incarnation,
        long sendBeforeNs,
        long receivedNs,
        Instructions instructions)
        implements Event {}
