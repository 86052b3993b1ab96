package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.EndKind;
import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import java.util.Optional;

/// A line of an image or snapshot: a child as it is.
///
/// @param feeReserveBps what is set aside for fees on top of its worst value
/// @param reported   what the venue says was filled in all; −1 where it has not said
/// @param ending     how the venue said that it ended, while fills are missing; empty otherwise
/// @param readyNs    log time of its hand-out
/// @param amendQuantity the quantity that the venue has been asked for, 0 while no amendment is under way
/// @param amendPrice likewise the price
/// @param endedNs    log time of its end, 0 while it lives
public record ChildStands(
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
        int feeReserveBps,
        OrderStatus status,
        long filled,
        Amount filledQuote,
        long reported,
        Optional<EndKind> ending,
        String venueOrderId,
        long epoch,
        int incarnation,
        long sendBeforeNs,
        long readyNs,
        long endedNs,
        long receivedNs,
        boolean cancelSent,
        Evidence evidence,
        String reason,
        Instructions instructions,
        long amendQuantity,
        long amendPrice)
        implements Standing {}
