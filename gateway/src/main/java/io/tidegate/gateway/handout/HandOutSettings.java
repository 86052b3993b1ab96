package io.tidegate.gateway.handout;

/// How orders leave.
///
/// @param marginNs     before its send-before an order no longer leaves, for the way to the wire, 0 to 1 s
/// @param queueAgeNs   longest wait for the venue's limits, 1 ms to 60 s (SPEC RLM-2)
/// @param submitMax    how often a submission that the venue certainly did not take is tried, 1 to 10 (SPEC ERR-2)
public record HandOutSettings(long marginNs, long queueAgeNs, int submitMax) {
    private static final long SECOND_NS = 1_000_000_000L;

    /// 20 ms, 5 s, 4 times.
    public static final HandOutSettings DEFAULT = new HandOutSettings(20_000_000L, 5 * SECOND_NS, 4);

    public HandOutSettings {
        if (marginNs < 0
                || marginNs > SECOND_NS
                || queueAgeNs < 1_000_000
                || queueAgeNs > 60 * SECOND_NS
                || submitMax < 1
                || submitMax > 10) {
            throw new IllegalArgumentException("hand-out: margin " + marginNs + " ns (expected 0 to 1 s), queue age "
                    + queueAgeNs + " ns (expected 1 ms to 60 s), submissions " + submitMax + " (expected 1 to 10)");
        }
    }
}
