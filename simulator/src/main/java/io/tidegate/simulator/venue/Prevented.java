package io.tidegate.simulator.venue;

/// Two orders of one account met and did not trade.
///
/// @param id            ascending from 1 in its market
/// @param takerQuantity taken off the order that arrived; 0 for nothing
/// @param makerQuantity taken off the order that rested; 0 for nothing
public record Prevented(
        long id,
        VenueOrder taker,
        VenueOrder maker,
        Prevention prevention,
        long price,
        long takerQuantity,
        long makerQuantity,
        long timeNs) {
    /// What it took off that order.
    public long quantityOf(VenueOrder order) {
        return order == taker ? takerQuantity : makerQuantity;
    }

    public VenueOrder counterpartOf(VenueOrder order) {
        return order == taker ? maker : taker;
    }
}
