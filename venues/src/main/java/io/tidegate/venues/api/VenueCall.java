package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;

/// Something asked of a venue.
public sealed interface VenueCall {
    /// Places an order. Never repeated blindly: whoever has no conclusive outcome asks [LookUp] first.
    record Submit(VenueOrder order) implements VenueCall {}

    /// Cancels an order.
    record Cancel(OrderKey order) implements VenueCall {}

    /// Changes price and quantity of an open order in place; the outcome is `Done` with the terms that hold now.
    ///
    /// Asked only of venues whose capabilities have it. Never repeated blindly, like a submission.
    ///
    /// @param wanted the order as it shall be, its quantity with the fills included, under the same client order id
    record Amend(OrderKey order, VenueOrder wanted) implements VenueCall {}

    /// Cancels an order and places another in its stead, as one request that the venue takes apart: each
    /// half has its own outcome. Never repeated blindly.
    ///
    /// @param wanted       under a client order id of its own
    /// @param evenIfItLives whether the new order is placed although the old one could not be cancelled
    record Replace(OrderKey old, VenueOrder wanted, boolean evenIfItLives) implements VenueCall {}

    /// Places orders that depend on each other. Never repeated blindly.
    record SubmitList(OrderList list) implements VenueCall {}

    /// Lets the venue check an order without placing it.
    record Test(VenueOrder order) implements VenueCall {}

    /// Cancels every open order of an instrument.
    record CancelAll(Instrument instrument) implements VenueCall {}

    /// Asks what became of an order.
    record LookUp(OrderKey order) implements VenueCall {}

    /// Asks for all open orders of the account.
    record OpenOrders() implements VenueCall {}

    /// Asks for the fills of an instrument since a time, all of them however many pages that takes.
    ///
    /// @param sinceNs inclusive, nanoseconds since 1970 UTC
    record Fills(Instrument instrument, long sinceNs) implements VenueCall {}

    /// Asks for all balances of the account.
    record Balances() implements VenueCall {}

    /// Asks for the best bid and ask of an instrument.
    record Quote(Instrument instrument) implements VenueCall {}

    /// A question about the account or the venue that no order waits for.
    sealed interface Survey extends VenueCall {}

    /// Asks for all orders of an instrument since a time, ended ones too, as far back as the venue keeps them.
    ///
    /// @param sinceNs inclusive, nanoseconds since 1970 UTC
    record History(Instrument instrument, long sinceNs) implements Survey {}

    /// Asks what the account pays for trading an instrument.
    record Fees(Instrument instrument) implements Survey {}

    /// Asks what the venue lists, with its rules and its limits.
    record Listings() implements Survey {}

    /// Asks how much of its order limits the venue counts; the answer is told by [Effects#used].
    record Counts() implements Survey {}
}
