package io.tidegate.simulator.venue.binance;

/// Counts within fixed windows that are aligned to the clock: the count starts again with each of them.
final class Window {
    private final long lengthNs;
    private long index = Long.MIN_VALUE;
    private int count;

    Window(long lengthSeconds) {
        lengthNs = lengthSeconds * 1_000_000_000L;
    }

    int count(long nowNs) {
        turn(nowNs);
        return count;
    }

    /// Never below zero: what is taken back may belong to a window that has passed.
    void add(int amount, long nowNs) {
        turn(nowNs);
        count = Math.max(0, count + amount);
    }

    /// When the window of `nowNs` ends.
    long endNs(long nowNs) {
        return (Math.floorDiv(nowNs, lengthNs) + 1) * lengthNs;
    }

    private void turn(long nowNs) {
        long current = Math.floorDiv(nowNs, lengthNs);
        if (current != index) {
            index = current;
            count = 0;
        }
    }
}
