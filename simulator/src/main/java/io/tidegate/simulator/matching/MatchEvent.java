package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;

/// What happened in a book, in the order in which it happened.
public sealed interface MatchEvent {
    /// The book has taken an order on; what it trades on arrival follows.
    record Accepted(long orderId) implements MatchEvent {}

    /// Two orders traded, at the price of the one that rested.
    ///
    /// @param takerSide side of the order that arrived
    /// @param takerLeft what the arriving order still wants; 0 for one placed by quote amount
    /// @param makerLeft what is left of the resting order, shown or not
    record Traded(long takerId, long makerId, Side takerSide, long price, long quantity, long takerLeft, long makerLeft)
            implements MatchEvent {}

    /// Two orders of one owner met and did not trade; `Ended` follows for each that ends by it.
    ///
    /// @param takerQuantity taken off the arriving order
    /// @param makerQuantity taken off the resting order
    record Prevented(long takerId, long makerId, long price, long takerQuantity, long makerQuantity)
            implements MatchEvent {}

    /// A resting order became smaller and kept its place.
    ///
    /// @param quantity by how much
    record Reduced(long orderId, long price, long quantity, long left) implements MatchEvent {}

    /// An order is done.
    ///
    /// @param price its limit, 0 for a market order
    /// @param left  what of it was not traded; 0 for one placed by quote amount
    record Ended(long orderId, End end, long price, long left) implements MatchEvent {}
}
