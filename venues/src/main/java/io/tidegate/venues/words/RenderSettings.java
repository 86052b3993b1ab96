package io.tidegate.venues.words;

/// What a request is made with beside the wish; the same settings give the same bytes.
///
/// @param timeMs     the time that it bears, milliseconds since 1970 UTC
/// @param passphrase "" where the venue has none
/// @param isSandbox  at the venue's test system, which has hosts of its own
/// @param isBySocket as a frame of the WebSocket interface; else by REST
public record RenderSettings(
        long timeMs, String apiKey, String secret, String passphrase, boolean isSandbox, boolean isBySocket) {
    /// Without the secrets.
    @Override
    public String toString() {
        return "RenderSettings[timeMs=" + timeMs + ", isSandbox=" + isSandbox + ", isBySocket=" + isBySocket + "]";
    }
}
