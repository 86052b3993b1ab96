package io.tidegate.gateway.session;

/// How a line is kept.
///
/// @param reconnect     how long to wait between attempts
/// @param startWithinNs a session that is not ready after this time is started again, positive
/// @param stableAfterNs a line that was up for this time reconnects at once when it drops; one that flaps waits
/// @param alertAfter    attempts in a row after which somebody should look, positive (SPEC CFG-1)
public record LineSettings(Backoff reconnect, long startWithinNs, long stableAfterNs, int alertAfter) {
    /// At once, then 1 s doubling to 60 s; 30 s to start; stable after 10 s; an alert after 10 attempts.
    public static final LineSettings DEFAULT =
            new LineSettings(Backoff.RECONNECT, 30_000_000_000L, 10_000_000_000L, 10);

    public LineSettings {
        if (startWithinNs < 1 || stableAfterNs < 0 || alertAfter < 1) {
            throw new IllegalArgumentException(
                    "line: start within " + startWithinNs + " ns (expected 1 or more), stable after " + stableAfterNs
                            + " ns (expected 0 or more), alert after " + alertAfter + " (expected 1 or more)");
        }
    }
}
