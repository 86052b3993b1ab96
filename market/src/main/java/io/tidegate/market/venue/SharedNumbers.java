package io.tidegate.market.venue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A few numbers that change together: written by one thread, copied whole by any, without a lock. The same sequence
/// lock as [io.tidegate.market.book.Book]'s, for what is small and of fixed size.
final class SharedNumbers {
    private static final int ATTEMPTS_MAX = 10_000;
    private static final VarHandle STAMP;

    static {
        try {
            STAMP = MethodHandles.lookup().findVarHandle(SharedNumbers.class, "stamp", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final long[] numbers;
    private long stamp;

    SharedNumbers(int count) {
        this.numbers = new long[count];
    }

    /// Begins a change; [#put] and [#end] follow at once. The writer's thread.
    void begin() {
        STAMP.setOpaque(this, stamp + 1);
        VarHandle.storeStoreFence();
    }

    void put(int index, long number) {
        numbers[index] = number;
    }

    void end() {
        STAMP.setRelease(this, stamp + 1);
    }

    /// One of them as it is now. The writer's thread.
    long get(int index) {
        return numbers[index];
    }

    /// Copies all of one moment. Any thread.
    ///
    /// @return how often they were written; 0 also when the writer left no moment within a bounded time, and then
    /// the copy is worthless
    long read(long[] into) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            long before = (long) STAMP.getAcquire(this);
            if ((before & 1) == 0) {
                System.arraycopy(numbers, 0, into, 0, numbers.length);
                VarHandle.acquireFence();
                if ((long) STAMP.getOpaque(this) == before) {
                    return before >>> 1;
                }
            }
            Thread.onSpinWait();
        }
        return 0;
    }
}
