package io.tidegate.core.order;

/// Ids of orders and children: rising with log time, never given twice (SPEC ORD-3).
///
/// An id is `milliseconds since 2024-01-01 UTC << 18 | counter`, or one above the last where that is larger: 41 bits
/// of time last until 2093, 18 bits count 262,144 ids a millisecond, and more simply borrow from the next one. The four
/// bits above are the partition, 0 as long as there is one core. The incarnation rises with each life of the core.
final class Ids {
    private static final long EPOCH_MS = 1_704_067_200_000L;

    private long last;
    private int incarnation;

    long next(long nowNs) {
        last = Math.max(last + 1, Math.max(0, nowNs / 1_000_000 - EPOCH_MS) << 18);
        return last;
    }

    long last() {
        return last;
    }

    int incarnation() {
        return incarnation;
    }

    /// Begins a new life: above the one before, and above every life of a log that has lost its tail, because the
    /// number is the wall clock in seconds since 2024 where that is larger.
    int live(long wallClockMs) {
        long seconds = Math.clamp((wallClockMs - EPOCH_MS) / 1_000, 1, Integer.MAX_VALUE - 1);
        incarnation = Math.max(Math.addExact(incarnation, 1), (int) seconds);
        return incarnation;
    }

    void restore(long lastId, int presentIncarnation) {
        last = lastId;
        incarnation = presentIncarnation;
    }
}
