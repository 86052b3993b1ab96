package io.tidegate.transport.vertx;

import io.tidegate.transport.HttpRequest;

/// One request, from `http` until its end is told. Owner thread only.
final class HttpCall {
    final long id;
    final HttpRequest request;
    final HttpLane lane;
    final long timeoutNs;
    final long deadlineNs; // by System.nanoTime

    /// Its answer or its loss is decided.
    boolean isOver;

    /// It was refused by a connection that had just closed, with nothing written, and is tried on a new one.
    boolean isRetried;

    HttpCall(long id, HttpRequest request, HttpLane lane, long timeoutNs, long deadlineNs) {
        this.id = id;
        this.request = request;
        this.lane = lane;
        this.timeoutNs = timeoutNs;
        this.deadlineNs = deadlineNs;
    }
}
