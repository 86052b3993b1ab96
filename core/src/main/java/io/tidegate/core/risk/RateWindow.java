package io.tidegate.core.risk;

import java.util.Arrays;

/// How many orders were accepted in the second that ends now. A ring with one time per order of that second, so at
/// most as many as the limit allows.
final class RateWindow {
    private static final long WINDOW_NS = 1_000_000_000L;

    private long[] times = new long[16];
    private int first;
    private int count;

    int count(long nowNs) {
        while (count > 0 && times[first] <= nowNs - WINDOW_NS) {
            first = (first + 1) & (times.length - 1);
            count--;
        }
        return count;
    }

    /// @param atNs not smaller than in the call before
    void add(long atNs) {
        count(atNs);
        if (count == times.length) {
            long[] grown = Arrays.copyOfRange(times, first, first + 2 * count);
            System.arraycopy(times, 0, grown, times.length - first, first);
            Arrays.fill(grown, count, grown.length, 0);
            times = grown;
            first = 0;
        }
        times[(first + count) & (times.length - 1)] = atNs;
        count++;
    }
}
