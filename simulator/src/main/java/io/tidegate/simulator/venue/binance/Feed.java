package io.tidegate.simulator.venue.binance;

import java.util.function.Consumer;

/// Makes the events of one market stream while somebody listens to it.
interface Feed {
    /// Hands out the events that are due, in order; called after each happening and at least at the time returned.
    ///
    /// @return when the next is due, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for one that waits
    ///         for a happening
    long poll(long nowNs, Consumer<Answer.Body> out);

    /// Nobody listens any more.
    default void end() {}

    /// The first time after `nowNs` that is a multiple of the period.
    static long next(long nowNs, long everyNs) {
        return (Math.floorDiv(nowNs, everyNs) + 1) * everyNs;
    }
}
