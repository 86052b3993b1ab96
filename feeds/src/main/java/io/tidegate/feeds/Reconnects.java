package io.tidegate.feeds;

import java.util.SplittableRandom;

/// When a connection that failed is tried again: at once after the first drop, then 1 s doubling to 60 s, 10 % either
/// way (SPEC CON-2). One that drops again before it was up for a minute counts as the next failure. One thread.
final class Reconnects {
    static final long FIRST_NS = 1_000_000_000L;
    static final long LONGEST_NS = 60 * FIRST_NS;
    private static final long STEADY_NS = 60 * FIRST_NS;
    private static final int DOUBLINGS_MAX = 6;
    private static final double JITTER = 0.1;

    private final SplittableRandom random;
    private int failures;
    private long upSinceNs = Long.MAX_VALUE;

    Reconnects(long seed) {
        this.random = new SplittableRandom(seed);
    }

    void up(long nowNs) {
        upSinceNs = nowNs;
    }

    /// @return when to try again
    long failed(long nowNs) {
        if (upSinceNs != Long.MAX_VALUE && nowNs - upSinceNs >= STEADY_NS) {
            failures = 0;
        }
        upSinceNs = Long.MAX_VALUE;
        failures++;
        if (failures == 1) {
            return nowNs;
        }
        long waitNs = Math.min(LONGEST_NS, FIRST_NS << Math.min(failures - 2, DOUBLINGS_MAX));
        return nowNs + (long) (waitNs * (1 + JITTER * (2 * random.nextDouble() - 1)));
    }
}
