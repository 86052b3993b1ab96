package io.tidegate.simulator.matching;

/// What happens where an order meets one of the same owner; the mode of the arriving order counts.
public enum SelfTrade {
    /// They trade.
    ALLOWED,
    /// The arriving order ends.
    EXPIRE_TAKER,
    /// The resting order ends, and the arriving one goes on.
    EXPIRE_MAKER,
    EXPIRE_BOTH,
    /// Both become smaller by the smaller one, which ends.
    DECREMENT
}
