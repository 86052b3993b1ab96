package io.tidegate.transport.simulated;

/// What can go wrong between a client and a face, and what each side then sees.
///
/// Those that are per message happen by rate ([Weather]) or by script ([Link#next]); the others are states that a
/// script sets for a time. Each message held, dropped or refused counts once under its kind.
public enum Fault {
    /// No connection: an HTTP request that needs one, or a WebSocket, ends `NOT_SENT`.
    CONNECT_REFUSED,
    /// The connection breaks before the first byte of a request leaves: `NOT_SENT`; the face sees nothing.
    REQUEST_UNSENT,
    /// The request leaves and never arrives: `MAYBE_SENT`, at once or at the timeout; the face sees nothing.
    REQUEST_LOST,
    /// The face sees the request, its answer never arrives: `MAYBE_SENT` at the timeout.
    ANSWER_LOST,
    /// The face sees the request, the connection breaks instead of its answer: `MAYBE_SENT` a little later.
    ANSWER_CUT,
    /// A request, an answer or a frame takes up to [Weather#delayMaxNs] longer; what follows it on its WebSocket too.
    DELAYED,
    /// A WebSocket is cut, and the frame that was being sent does not arrive. Both sides are told soon.
    CUT_BEFORE,
    /// A WebSocket is cut right after the frame that was being sent has arrived. Both sides are told soon.
    CUT_AFTER,
    /// A WebSocket is cut before the frame; one side is told soon, the other only after up to [Weather#silenceMaxNs].
    HALF_OPEN,
    /// A WebSocket swallows this and every later frame, both ways, until somebody closes it.
    MUTED,
    /// The link is down for up to [Weather#silenceMaxNs]; what is sent meanwhile arrives late, if anybody still waits.
    PARTITIONED,
    /// The face's host answers 503 to every request and refuses WebSockets. By script only.
    UNAVAILABLE,
    /// The face's host refuses connections and resets those that are open. By script only.
    HOST_DOWN;

    /// Whether it may be given a rate or be ordered for the next message.
    boolean isPerMessage() {
        return this != UNAVAILABLE && this != HOST_DOWN;
    }
}
