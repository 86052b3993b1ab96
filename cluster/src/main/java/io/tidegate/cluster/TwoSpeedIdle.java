package io.tidegate.cluster;

import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/// Waits shortly while there is enough to do, and longer else: quick on a busy desk, nearly free on an idle one.
///
/// Every turn with work buys 4 ms of short parks, and up to 100 ms can be saved up. So a hundred orders a second keep a
/// thread awake for good, while a heartbeat or a reference price now and then does not. One thread.
final class TwoSpeedIdle implements IdleStrategy {
    private static final long SHORT_PARK_NS = 50_000;
    private static final long LONG_PARK_NS = 1_000_000;
    private static final long AWAKE_PER_TURN_NS = 4_000_000;
    private static final int SAVED_TURNS_MAX = 25;
    private static final int SPINS = 10;

    private int idleCount;
    private int savedTurns;
    private long awakeUntilNs = System.nanoTime();

    @Override
    public void idle(int workCount) {
        if (workCount > 0) {
            savedTurns = Math.min(savedTurns + 1, SAVED_TURNS_MAX);
            reset();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (idleCount < SPINS) {
            idleCount++;
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(parkNs(System.nanoTime()));
        }
    }

    /// How long to park at this time.
    long parkNs(long nowNs) {
        if (savedTurns > 0) {
            long leftNs = Math.max(0, awakeUntilNs - nowNs) + savedTurns * AWAKE_PER_TURN_NS;
            awakeUntilNs = nowNs + Math.min(leftNs, SAVED_TURNS_MAX * AWAKE_PER_TURN_NS);
            savedTurns = 0;
        }
        return nowNs - awakeUntilNs < 0 ? SHORT_PARK_NS : LONG_PARK_NS;
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
