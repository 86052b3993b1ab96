package io.tidegate.app.serve;

import java.time.Instant;

/// The machine's clock, read at the edges only.
public final class WallClock {
    private WallClock() {}

    /// Nanoseconds since 1970 UTC.
    public static long nowNs() {
        Instant now = Instant.now();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}
