package io.tidegate.simulator.venue;

import io.tidegate.model.order.Side;

/// What an order waits for before it works.
///
/// @param stopPrice   0 for a trailing order that is active at once
/// @param trailingBps distance at which it follows the price, 1 to 9,999; 0 for one that does not
public record Trigger(Kind kind, long stopPrice, int trailingBps) {
    /// Whether it limits a loss or takes a profit, which says on which side of the market its stop is.
    public enum Kind {
        STOP_LOSS,
        TAKE_PROFIT
    }

    public Trigger {
        if (stopPrice < 0 || trailingBps < 0 || trailingBps >= 10_000 || (stopPrice == 0 && trailingBps == 0)) {
            throw new IllegalArgumentException("stop at " + stopPrice + ", trailing by " + trailingBps + " bps");
        }
    }

    public boolean isTrailing() {
        return trailingBps > 0;
    }

    /// Whether the stop is reached by rising prices: a loss of whoever buys, a profit of whoever sells.
    boolean isRising(Side side) {
        return (kind == Kind.STOP_LOSS) == (side == Side.BUY);
    }

    /// Whether the market is at the stop, or beyond it, already.
    boolean isReached(Side side, long last) {
        return stopPrice != 0 && (isRising(side) ? last >= stopPrice : last <= stopPrice);
    }
}
