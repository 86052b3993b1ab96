package io.tidegate.simulator.venue;

import java.util.Arrays;

/// The fills of one account in one market, oldest first, found by number and by time in a few steps.
///
/// Trade ids ascend and times do not descend. As long as its owner lets it become.
public final class FillLog {
    private static final int FIRST_CAPACITY = 16;
    private static final Fill[] NONE = {};

    private Fill[] ring = NONE;
    private int first;
    private int count;

    void add(Fill fill) {
        if (count == ring.length) {
            grow(fill);
        }
        ring[(first + count) & (ring.length - 1)] = fill;
        count++;
    }

    private void grow(Fill filler) {
        var larger = new Fill[Math.max(FIRST_CAPACITY, 2 * ring.length)];
        Arrays.fill(larger, filler);
        for (int i = 0; i < count; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        first = 0;
    }

    void removeOldest() {
        first = (first + 1) & (ring.length - 1);
        count--;
    }

    public int count() {
        return count;
    }

    /// @param index 0 for the oldest
    public Fill get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index + " of " + count);
        }
        return ring[(first + index) & (ring.length - 1)];
    }

    /// The index of the first fill with that trade id or a higher one; the count when there is none.
    public int fromTrade(long tradeId) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).tradeId() < tradeId) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The index of the first fill at that time or later; the count when there is none.
    public int fromTime(long ns) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).timeNs() < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
