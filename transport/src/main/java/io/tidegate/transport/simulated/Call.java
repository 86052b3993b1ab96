package io.tidegate.transport.simulated;

import io.tidegate.transport.HttpRequest;

/// One request of one client, from `http` to the moment its end is told.
final class Call {
    final long id;
    final HttpRequest request;
    final Lane lane;

    Schedule.Happening timeout = Schedule.none();

    /// Bytes have left, so that a loss is `MAYBE_SENT`.
    boolean isSent;

    /// The client has its answer or its loss; what still travels concerns the face alone.
    boolean isOver;

    /// The request will not reach the face any more.
    boolean isDropped;

    Call(long id, HttpRequest request, Lane lane) {
        this.id = id;
        this.request = request;
        this.lane = lane;
    }
}
