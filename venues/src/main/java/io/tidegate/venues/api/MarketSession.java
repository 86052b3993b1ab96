package io.tidegate.venues.api;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import org.agrona.DirectBuffer;

/// One connection to a venue's market streams: told what happened, it says what to do, and keeps the books that it was
/// given. One caller, which is the thread that writes those books.
///
/// Time is an argument, nanoseconds since 1970 UTC, and never goes back. `out` is valid during the call only. It does
/// not
/// reconnect by itself: after [MarketEffects#down] the caller starts it again when its backoff allows.
public interface MarketSession {
    /// Connects and subscribes; [MarketEffects#up] follows when all streams flow. Whatever the books show is out of use
    /// until then.
    void start(long nowNs, MarketEffects out);

    /// The connection is open.
    void connected(long nowNs, MarketEffects out);

    /// One whole message has arrived; the buffer is valid during the call only.
    ///
    /// @param receivedNs when the transport had read it
    void frame(DirectBuffer buffer, int offset, int length, long receivedNs, MarketEffects out);

    /// The connection has ended or was never opened: every book is out of use from here on.
    void disconnected(Loss loss, long nowNs, MarketEffects out);

    /// An answer to [MarketEffects#http].
    void answered(long httpId, HttpAnswer answer, long receivedNs, MarketEffects out);

    /// [MarketEffects#http] will have no answer.
    void httpLost(long httpId, Loss loss, long nowNs, MarketEffects out);

    /// Time has passed; called once per turn of the loop.
    void tick(long nowNs, MarketEffects out);

    /// Asks for a snapshot of every book, for a recording that begins here; the books do not need it.
    void askForSnapshots(long nowNs, MarketEffects out);
}
