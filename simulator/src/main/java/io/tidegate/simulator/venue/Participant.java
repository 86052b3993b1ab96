package io.tidegate.simulator.venue;

/// Somebody who trades at the venue on his own, such as an agent that moves the market.
public interface Participant {
    /// Does what is due.
    ///
    /// @return when it wants to be called at the latest, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for never
    long act(SimulatedVenue venue, long nowNs);
}
