package io.tidegate.app.serve;

import io.tidegate.cluster.IdleProfile;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.IdleStrategy;

/// A thread that does turn after turn, reads the clock once per turn, and idles when there is nothing to do.
///
/// An exception out of a turn ends the loop and is told: what a loop owns cannot be trusted any more.
public final class Loop implements AutoCloseable {
    private static final long JOIN_MAX_S = 10;

    private final Turn turn;
    private final Runnable atEnd;
    private final OnDeath onDeath;
    private final IdleStrategy idle;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isStopped;

    /// What a loop does again and again.
    @FunctionalInterface
    public interface Turn {
        /// @param nowNs nanoseconds since 1970 UTC, never smaller than before
        /// @return how many things it did; 0 lets the loop idle
        int poll(long nowNs);
    }

    /// Told once when a loop dies.
    @FunctionalInterface
    public interface OnDeath {
        /// @param name the loop's
        void died(String name, Throwable why);
    }

    private Loop(String name, IdleProfile profile, Turn turn, Runnable atEnd, OnDeath onDeath) {
        this.turn = turn;
        this.atEnd = atEnd;
        this.onDeath = onDeath;
        this.idle = profile.newIdle();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /// Starts one.
    ///
    /// @param turn  does a bounded turn at the time given, nanoseconds since 1970 UTC; returns how much it did
    /// @param atEnd closes what the loop owns, on its thread, after the last turn
    public static Loop start(String name, IdleProfile profile, Turn turn, Runnable atEnd, OnDeath onDeath) {
        var loop = new Loop(name, profile, turn, atEnd, onDeath);
        loop.thread.start();
        return loop;
    }

    private void run() {
        try {
            long nowNs = 0;
            while (!isStopped) {
                nowNs = Math.max(nowNs, WallClock.nowNs());
                idle.idle(turn.poll(nowNs));
            }
            atEnd.run();
        } catch (Throwable dead) { // whatever it is, nobody else would tell
            onDeath.died(thread.getName(), dead);
        } finally {
            ended.countDown();
        }
    }

    /// Ends it after the present turn and waits for that, 10 s at most; again does nothing.
    @Override
    public void close() {
        isStopped = true;
        try {
            if (!Thread.currentThread().equals(thread) && !ended.await(JOIN_MAX_S, TimeUnit.SECONDS)) {
                onDeath.died(thread.getName(), new IllegalStateException("does not end within " + JOIN_MAX_S + " s"));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
