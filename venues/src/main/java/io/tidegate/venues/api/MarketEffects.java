package io.tidegate.venues.api;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import org.agrona.DirectBuffer;

/// What a market session makes happen. Usable only during a call to the session.
public interface MarketEffects {
    /// Opens the session's WebSocket; `connected` or `disconnected` follows once.
    void connect(Endpoint to, String target, long timeoutNs);

    /// Sends one text frame.
    ///
    /// @return false when the connection is not open: then nothing was sent
    boolean send(DirectBuffer buffer, int offset, int length);

    /// Closes the WebSocket; `disconnected` follows unless it was not open.
    void close();

    /// Sends a request; `answered` or `httpLost` follows once.
    ///
    /// @param httpId the session's name for it, unique while it is under way
    void http(long httpId, Endpoint to, HttpRequest request, long timeoutNs);

    /// All streams flow.
    void up();

    /// The streams do not flow, or not soundly; `disconnected` need not follow.
    void down(String reason);

    /// Something that an operator should see: a message that could not be read, a refused subscription.
    ///
    /// @param raw as it came, at most 2,000 characters
    void problem(String what, String raw);
}
