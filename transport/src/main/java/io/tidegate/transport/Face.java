package io.tidegate.transport;

import org.agrona.DirectBuffer;

/// The server side of a conversation, as a state machine: told what happened, it answers through [Replies].
///
/// It does no I/O, knows no clock and no threads; one caller. The same face stands behind a real port
/// (`transport.vertx`) and in the simulated network (`transport.simulated`).
public interface Face {
    /// A request has arrived whole. It is answered once through `out`, now or in a later call.
    ///
    /// @param exchange names the request until it is answered
    /// @param client   the peer's address without its port: what an IP-scoped rate limit counts by
    void request(long exchange, HttpRequest request, String client, long nowNs, Replies out);

    /// A WebSocket is open; `upgrade` is the request that opened it.
    ///
    /// `Replies.close` within this call, with no frame sent before, refuses it: the client is told
    /// `disconnected` and never `connected`. `closed` follows all the same.
    void opened(int connection, HttpRequest upgrade, String client, long nowNs, Replies out);

    /// One whole text message; the buffer is valid during the call only.
    void frame(int connection, DirectBuffer buffer, int offset, int length, long nowNs, Replies out);

    /// A WebSocket is closed, by either side.
    void closed(int connection, long nowNs);

    /// Time has passed; called once per turn of the loop, and at least at the time returned by the call before.
    ///
    /// @return when it wants to be called at the latest, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for never
    long tick(long nowNs, Replies out);
}
