package io.tidegate.venues.binance;

import java.time.Duration;

/// How far the venue's clock is from ours, learnt by asking it (SCENARIOS X17).
///
/// The answer was true when it was sent, which lies within the round trip; we take it as true when it arrived. Our idea
/// of the venue's time is then never ahead of it and behind by at most one way. Behind is the safe side: a timestamp
/// ahead would let the venue take a request for longer than `recvWindow` says, and over a second ahead is refused.
final class ServerClock {
    /// A longer round trip tells too little: half of what a request may take to arrive.
    static final long ROUND_TRIP_MAX_NS =
            Duration.ofMillis(Requests.RECV_WINDOW_MS / 2).toNanos();

    private long offsetNs;

    /// Takes an answer into account.
    ///
    /// @param serverNs the venue's time in the answer
    /// @return false when the round trip was too long to tell, in which case nothing changes
    boolean learn(long askedNs, long answeredNs, long serverNs) {
        if (answeredNs - askedNs > ROUND_TRIP_MAX_NS) {
            return false;
        }
        offsetNs = serverNs - answeredNs;
        return true;
    }

    /// The venue's time as we know it, milliseconds since 1970 UTC.
    long timestampMs(long nowNs) {
        return Math.floorDiv(nowNs + offsetNs, 1_000_000L);
    }

    /// A time by the venue's clock as one by ours, nanoseconds since 1970 UTC.
    long oursNs(long venueMs) {
        return venueMs * 1_000_000L - offsetNs;
    }
}
