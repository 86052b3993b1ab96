package io.tidegate.transport;

import org.agrona.DirectBuffer;

/// What a [Network] tells its owner, inside a poll.
public interface NetworkEvents {
    /// An answer has arrived whole.
    ///
    /// @param receivedNs when its last byte was read, nanoseconds since 1970 UTC
    void answered(long callId, HttpAnswer answer, long receivedNs);

    /// A request will have no answer.
    void httpLost(long callId, Loss loss);

    /// A WebSocket is open.
    void connected(int connection);

    /// One whole text message has arrived; the buffer is the transport's and valid during the call only.
    ///
    /// @param receivedNs when it was read, nanoseconds since 1970 UTC
    void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs);

    /// A WebSocket is closed, by either side, or was never opened. Nothing more is told of that connection.
    void disconnected(int connection, Loss loss);
}
