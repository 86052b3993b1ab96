package io.tidegate.transport.vertx;

import io.tidegate.transport.HttpRequest;

/// What event loops tell the owner of a [VertxListener].
sealed interface ServerArrival extends Inbox.Arrival {
    /// A request has arrived whole.
    record Requested(Exchange exchange, HttpRequest request) implements ServerArrival {
        @Override
        public int bytes() {
            return request.body().length;
        }
    }

    /// Who asked has gone before the answer.
    record Abandoned(Exchange exchange) implements ServerArrival {}

    /// Somebody wants to open a WebSocket.
    record Knocked(ServerSocket socket, HttpRequest upgrade) implements ServerArrival {}

    /// A text message.
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Framed(ServerSocket socket, byte[] frame) implements ServerArrival {
        @Override
        public int bytes() {
            return frame.length;
        }
    }

    /// A WebSocket has closed, or was refused and is done with.
    record Left(ServerSocket socket) implements ServerArrival {}

    /// Nothing to do.
    record Nothing() implements ServerArrival {}
}
