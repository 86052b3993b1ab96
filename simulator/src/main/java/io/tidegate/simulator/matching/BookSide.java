package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All levels of one side: two arrays in step, sorted, the best at the end, where nearly everything happens.
///
/// A level is found by halving and put in by moving what is better than it by one place; a book of some thousand
/// levels moves a few hundred bytes for a new price near the best.
final class BookSide {
    private static final int FIRST_CAPACITY = 64;

    private final Side side;
    private long[] keys = new long[FIRST_CAPACITY]; // ascending: prices of bids, negated prices of asks
    private @Nullable Level[] levels = new Level[FIRST_CAPACITY];
    private int count;

    BookSide(Side side) {
        this.side = side;
    }

    int count() {
        return count;
    }

    /// @return null when the side is empty
    @Nullable
    Level best() {
        return count == 0 ? null : levels[count - 1];
    }

    /// @param rank 0 for the best, less than the count
    Level byRank(int rank) {
        Level level = levels[count - 1 - rank];
        if (level == null) {
            throw new IllegalStateException("no level of rank " + rank + " among " + count);
        }
        return level;
    }

    private long key(long price) {
        return side == Side.BUY ? price : -price;
    }

    /// Where a key is, or -1 - where it belongs.
    private int find(long key) {
        int low = 0;
        // No branch depends on the keys, which nobody could predict.
        for (int span = count; span > 0; ) {
            int half = (span + 1) >>> 1;
            low += keys[low + half - 1] < key ? half : 0;
            span -= half;
        }
        return low < count && keys[low] == key ? low : -1 - low;
    }

    /// The level of that price, made if it is not there.
    Level at(long price) {
        long key = key(price);
        int index = find(key);
        if (index >= 0) {
            Level found = levels[index];
            if (found != null) {
                return found;
            }
        }
        return insert(-index - 1, key, new Level(side, price));
    }

    private Level insert(int index, long key, Level level) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            levels = Arrays.copyOf(levels, 2 * count);
        }
        System.arraycopy(keys, index, keys, index + 1, count - index);
        System.arraycopy(levels, index, levels, index + 1, count - index);
        keys[index] = key;
        levels[index] = level;
        count++;
        return level;
    }

    /// What is shown at a price; 0 where nobody is.
    long quantityAt(long price) {
        int index = find(key(price));
        Level level = index < 0 ? null : levels[index];
        return level == null ? 0 : level.quantity;
    }

    /// Forgets a level that has become empty.
    void drop(Level level) {
        int index = find(key(level.price));
        count--;
        System.arraycopy(keys, index + 1, keys, index, count - index);
        System.arraycopy(levels, index + 1, levels, index, count - index);
        levels[count] = null;
    }
}
