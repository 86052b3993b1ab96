package io.tidegate.transport;

import org.agrona.DirectBuffer;

/// The client side of the network, as one event loop sees it.
///
/// One owner thread calls every method; nothing blocks. What happens is told inside [#poll] and nowhere else, in the
/// order in which it happened on each connection. Requests of one `lane` travel one after another on one connection,
/// so that they reach the peer in the order sent; requests of different lanes may overtake each other.
public interface Network extends AutoCloseable {
    /// Sends a request and returns at once; exactly one of `answered` or `httpLost` follows.
    ///
    /// @param callId    the caller's name for it, unique while it is under way
    /// @param lane      requests of one lane keep their order; 0 to 15
    /// @param timeoutNs from now to the last byte of the answer; afterwards `httpLost` with `MAYBE_SENT`, or
    ///                  `NOT_SENT` where it was still queued
    /// @throws IllegalArgumentException when the call's name is in use, or as [HttpRequest#checkSendable]
    /// @throws IllegalStateException when this network is closed
    void http(long callId, int lane, Endpoint to, HttpRequest request, long timeoutNs);

    /// Opens a WebSocket; exactly one of `connected` or `disconnected` follows.
    ///
    /// @param connection the caller's name for it, unique while it is open
    /// @param target     path and query, such as `/ws-api/v3`
    /// @param timeoutNs  from now to the completed upgrade
    /// @throws IllegalArgumentException when the connection's name is in use, or the target cannot be sent
    /// @throws IllegalStateException when this network is closed
    void connect(int connection, Endpoint to, String target, long timeoutNs);

    /// Sends one text frame (UTF-8); the bytes are copied before it returns.
    ///
    /// @return false when the connection is not open, in which case nothing was sent
    boolean send(int connection, DirectBuffer buffer, int offset, int length);

    /// Closes a WebSocket; `disconnected` follows unless it was not open. Frames that arrived before are still told.
    void close(int connection);

    /// Tells at most `limit` things that happened.
    ///
    /// @return how many were told; 0 lets the caller idle
    int poll(NetworkEvents to, int limit);

    /// Closes everything. What is under way is not told any more.
    @Override
    void close();
}
