package io.tidegate.transport.vertx;

import io.tidegate.transport.HttpAnswer;
import io.vertx.core.http.HttpClientConnection;

/// What event loops tell the owner of a [VertxNetwork].
sealed interface ClientArrival extends Inbox.Arrival {
    /// A lane has its connection; `attempt` tells it from an earlier one.
    record LaneConnected(HttpLane lane, int attempt, HttpClientConnection connection) implements ClientArrival {}

    /// A lane has no connection: refused, unknown host, untrusted certificate.
    record LaneRefused(HttpLane lane, int attempt, String reason) implements ClientArrival {}

    /// A lane's connection has closed.
    record LaneClosed(HttpLane lane, int attempt) implements ClientArrival {}

    /// A request could not be begun: no byte of it was written.
    record CallUnsent(HttpCall call, int attempt, String reason) implements ClientArrival {}

    /// A request was begun, and there will be no answer.
    record CallFailed(HttpCall call, int attempt, String reason) implements ClientArrival {}

    /// An answer has arrived whole.
    record CallAnswered(HttpCall call, int attempt, HttpAnswer answer, long receivedNs) implements ClientArrival {
        @Override
        public int bytes() {
            return answer.body().length;
        }
    }

    /// A WebSocket is open.
    record SocketOpened(ClientSocket socket) implements ClientArrival {}

    /// A WebSocket could not be opened.
    record SocketRefused(ClientSocket socket, String reason) implements ClientArrival {}

    /// A text message.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record SocketFrame(ClientSocket socket, byte[] frame, long receivedNs) implements ClientArrival {
        @Override
        public int bytes() {
            return frame.length;
        }
    }

    /// A WebSocket that was open has closed.
    record SocketClosed(ClientSocket socket, String reason) implements ClientArrival {}
}
