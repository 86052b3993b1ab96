package io.tidegate.transport;

import org.agrona.DirectBuffer;

/// What a [Face] can make happen. Usable only during a call to the face.
public interface Replies {
    /// Answers a request; a second answer, or one to a peer that has gone, is ignored.
    void answer(long exchange, HttpAnswer answer);

    /// Sends one text frame (UTF-8, copied); ignored when the connection is gone.
    void send(int connection, DirectBuffer buffer, int offset, int length);

    /// Closes a WebSocket with a status code of RFC 6455 (1000, 1008, …) and a reason of at most 120 characters.
    void close(int connection, int code, String reason);
}
