package io.tidegate.gateway.marks;

import java.util.HashMap;
import java.util.Map;

/// When each instrument was last marked, by any venue account of this gateway: one mark an instrument is
/// enough, and where the first venue fails another steps in.
public final class MarkTimes {
    private final Map<Integer, Long> markedNs = new HashMap<>();

    /// Whether a mark is due.
    boolean isDue(int instrument, long everyNs, long nowNs) {
        Long lastNs = markedNs.get(instrument);
        return lastNs == null || nowNs - lastNs >= everyNs;
    }

    void marked(int instrument, long nowNs) {
        markedNs.put(instrument, nowNs);
    }
}
