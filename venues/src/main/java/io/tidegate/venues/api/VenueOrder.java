package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;

/// An order as a venue shall have it.
///
/// @param clientOrderId of our making, see `ClientOrderId`
/// @param quantity      at the instrument's quantity scale
/// @param price         at the instrument's price scale; the worst price of a MARKET order, which is not sent
public record VenueOrder(
        Instrument instrument,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce tif,
        long quantity,
        long price,
        boolean postOnly) {}
