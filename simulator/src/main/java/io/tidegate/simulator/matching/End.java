package io.tidegate.simulator.matching;

/// Why an order has left the book, or never entered it.
public enum End {
    /// Nothing is left of it.
    FILLED,
    /// By request.
    CANCELLED,
    /// What an immediate-or-cancel order could not trade.
    IOC_REST,
    /// A fill-or-kill order that could not trade whole; it traded nothing.
    FOK_UNFILLABLE,
    /// A market order met an empty book.
    NO_LIQUIDITY,
    /// A post-only order that would have traded on arrival; it was never accepted.
    WOULD_TAKE,
    /// It met an order of the same owner.
    SELF_TRADE
}
