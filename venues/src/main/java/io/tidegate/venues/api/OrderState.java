package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderStatus;

/// An order as the venue says that it is, in our words.
///
/// @param status     OPEN, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED or REJECTED; what a venue already has is at
///                   least OPEN, whatever its own word is
/// @param cumulative what is filled in all, at the instrument's quantity scale; −1 where the venue does not say
/// @param reason     why it ended, in the venue's words, "" where it gives none
/// @param timeNs     the venue's time, 0 where it gives none
/// @param quantity   what it is for, fills included, at the instrument's quantity scale; 0 where the venue does not say
/// @param price      its limit price at the instrument's price scale; 0 where it has none or the venue does not say
public record OrderState(
        Instrument instrument,
        String clientOrderId,
        String venueOrderId,
        OrderStatus status,
        long cumulative,
        String reason,
        long timeNs,
        long quantity,
        long price) {
    /// An order whose terms the venue did not repeat.
    public OrderState(
            Instrument instrument,
            String clientOrderId,
            String venueOrderId,
            OrderStatus status,
            long cumulative,
            String reason,
            long timeNs) {
        this(instrument, clientOrderId, venueOrderId, status, cumulative, reason, timeNs, 0, 0);
    }
}
