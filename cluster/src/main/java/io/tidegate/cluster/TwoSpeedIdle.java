package io.tidegate.cluster;

import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/// Waits shortly while there was work within the last tenth of a second, and longer after that: quick on a busy desk,
/// nearly free on an idle one, where a heartbeat a second must not count as being busy. One thread.
final class TwoSpeedIdle implements IdleStrategy {
    private static final long SHORT_PARK_NS = 50_000;
    private static final long LONG_PARK_NS = 1_000_000;
    private static final long AWAKE_NS = 100_000_000;
    private static final int SPINS = 10;

    private int idleCount;
    private long idleSinceNs;

    @Override
    public void idle(int workCount) {
        if (workCount > 0) {
            reset();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (idleCount < SPINS) {
            idleCount++;
            idleSinceNs = System.nanoTime();
            Thread.onSpinWait();
        } else if (System.nanoTime() - idleSinceNs < AWAKE_NS) {
            LockSupport.parkNanos(SHORT_PARK_NS);
        } else {
            LockSupport.parkNanos(LONG_PARK_NS);
        }
    }

    @Override
    public void reset() {
        idleCount = 0;
    }

    @Override
    public String alias() {
        return "two-speed";
    }
}
