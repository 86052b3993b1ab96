package io.tidegate.cluster;

import java.time.Duration;

/// Whether the log still answers: while something is under way, something must come back within the timeout. A log that
/// is slow but goes on is not taken for dead. One thread.
final class EchoWatch {
    private static final long NEVER = Long.MAX_VALUE;

    private final long timeoutNs;
    private long acknowledged;
    private long dueNs = NEVER;

    EchoWatch(Duration timeout) {
        this.timeoutNs = timeout.toNanos();
    }

    /// @param pending      commands under way
    /// @param acknowledged the last one that has come back; never smaller than before
    /// @param nowNs        nanoseconds of a clock that never goes back
    /// @return true when something is under way and nothing has come back for longer than the timeout
    boolean isLate(int pending, long acknowledged, long nowNs) {
        if (pending == 0) {
            dueNs = NEVER;
        } else if (dueNs == NEVER || acknowledged > this.acknowledged) {
            dueNs = nowNs + timeoutNs;
        }
        this.acknowledged = acknowledged;
        return dueNs != NEVER && nowNs - dueNs > 0;
    }
}
