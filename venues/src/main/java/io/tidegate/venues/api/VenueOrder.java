package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;

/// An order as a venue shall have it.
///
/// @param clientOrderId of our making, see `ClientOrderId`
/// @param quantity      at the instrument's quantity scale
/// @param instructions  stop, trailing offset, display quantity and the like, as far as the venue takes them natively
/// @param price         at the instrument's price scale; the worst price of a MARKET order, which is not sent
public record VenueOrder(
        Instrument instrument,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce tif,
        long quantity,
        long price,
        boolean postOnly,
        Instructions instructions) {
    /// An order without further instructions.
    public VenueOrder(
            Instrument instrument,
            String clientOrderId,
            Side side,
            OrderType type,
            TimeInForce tif,
            long quantity,
            long price,
            boolean postOnly) {
        this(instrument, clientOrderId, side, type, tif, quantity, price, postOnly, Instructions.NONE);
    }
}
