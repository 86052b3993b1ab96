package io.tidegate.simulator.venue;

/// What became of an order request.
public sealed interface Placed {
    /// Taken on; it may have traded or ended already.
    record Accepted(VenueOrder order) implements Placed {}

    /// A list was taken on; its orders may have traded or ended already.
    record AcceptedList(OrderList list) implements Placed {}

    /// Not taken on; nothing has changed.
    record Refused(Reason reason) implements Placed {}

    /// Why the venue does not take an order on.
    enum Reason {
        MARKET_CLOSED,
        /// An open order of the account has that client id.
        DUPLICATE_CLIENT_ID,
        INSUFFICIENT_FUNDS,
        /// A post-only order would take.
        WOULD_TAKE,
        /// A stop is on the wrong side of the market.
        WOULD_TRIGGER,
        /// The two orders of a pair are not on both sides of the market.
        PAIR_PRICES,
        /// A market order by quote amount finds nothing that it could trade.
        NO_LIQUIDITY
    }
}
