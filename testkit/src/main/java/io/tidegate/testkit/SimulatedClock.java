package io.tidegate.testkit;

import java.time.Duration;

/// Time as a test tells it: stands still until it is moved, and never goes back. One thread.
public final class SimulatedClock {
    private long nowNs;

    /// Starts at `nowNs`, nanoseconds since 1970 UTC.
    public SimulatedClock(long nowNs) {
        this.nowNs = nowNs;
    }

    /// Nanoseconds since 1970 UTC.
    public long nowNs() {
        return nowNs;
    }

    /// Moves on and returns the new time in nanoseconds since 1970 UTC.
    ///
    /// @throws IllegalArgumentException when the step is negative
    /// @throws ArithmeticException beyond the year 2262
    public long advance(Duration step) {
        return advanceTo(Math.addExact(nowNs, step.toNanos()));
    }

    /// Moves on to a time not before the present one, and returns it.
    ///
    /// @throws IllegalArgumentException when that time has passed already
    public long advanceTo(long thenNs) {
        if (thenNs < nowNs) {
            throw new IllegalArgumentException("time does not go back: it is " + nowNs + " ns, asked for " + thenNs);
        }
        nowNs = thenNs;
        return nowNs;
    }
}
