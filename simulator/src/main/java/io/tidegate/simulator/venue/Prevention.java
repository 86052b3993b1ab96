package io.tidegate.simulator.venue;

import io.tidegate.simulator.matching.SelfTrade;

/// What an order asks for when it would trade with another one of its account, in the words of the venues.
public enum Prevention {
    NONE(SelfTrade.ALLOWED),
    EXPIRE_MAKER(SelfTrade.EXPIRE_MAKER),
    EXPIRE_TAKER(SelfTrade.EXPIRE_TAKER),
    EXPIRE_BOTH(SelfTrade.EXPIRE_BOTH),
    DECREMENT(SelfTrade.DECREMENT),
    /// Moves the quantity between accounts of one group; within one account the same as `DECREMENT`.
    TRANSFER(SelfTrade.DECREMENT);

    private final SelfTrade selfTrade;

    Prevention(SelfTrade selfTrade) {
        this.selfTrade = selfTrade;
    }

    SelfTrade selfTrade() {
        return selfTrade;
    }
}
