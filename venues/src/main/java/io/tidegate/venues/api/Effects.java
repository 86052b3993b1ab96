package io.tidegate.venues.api;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import org.agrona.DirectBuffer;

/// What a session makes happen. Usable only during a call to the session.
public interface Effects {
    /// Sends a request; `answered` or `httpLost` follows once.
    ///
    /// @param httpId the session's name for it, unique while it is under way
    /// @param lane   requests of one lane keep their order, 0 to 15
    void http(long httpId, int lane, Endpoint to, HttpRequest request, long timeoutNs);

    /// Opens a WebSocket; `connected` or `disconnected` follows once.
    ///
    /// @param connection the session's name for it, 0 to 15
    void connect(int connection, Endpoint to, String target, long timeoutNs);

    /// Sends one text frame.
    ///
    /// @return false when the connection is not open: then nothing was sent
    boolean send(int connection, DirectBuffer buffer, int offset, int length);

    /// Closes a WebSocket; `disconnected` follows unless it was not open.
    void close(int connection);

    /// Asks for a tick at that time; the earliest request counts.
    void wakeAt(long ns);

    /// The session can, or can no longer, send orders and see what becomes of them.
    ///
    /// It does not reconnect by itself: after not ready the caller starts it again when its backoff allows.
    void ready(boolean ready, String reason);

    /// How a call ended; once for each call.
    void outcome(long callId, Outcome outcome);

    /// A fact from the venue, as often as the venue tells it.
    void report(VenueReport report);

    /// The venue's own counter of one of its limits, which corrects ours; told after the outcome of the call that it
    /// came with.
    ///
    /// @param limit   the name of a [LimitRule]
    /// @param askedNs when the request left whose answer tells it
    void used(String limit, long used, long askedNs);

    /// The venue refuses to listen until then; nothing may be sent before.
    void banned(long untilNs, String reason);
}
