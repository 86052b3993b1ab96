package io.tidegate.market.book;

import java.util.Arrays;

/// One side of a book: its price levels in two sorted arrays, the best one last.
///
/// Most changes happen next to the best price, so that is the end where nothing has to move: a change at
/// distance `d` from the best moves `d` longs in each array, and is found in about `2 log d` steps by galloping
/// from the best end. A tree or a hash would touch as many cache lines to find a level, and more to show the
/// best twenty in order. Bids and asks share the code: what is stored is a key that grows with the price's
/// goodness.
///
/// One thread changes it. Others may copy at any time: they get values that never belonged together and have to
/// throw them away by the book's stamp, but no exception.
final class Ladder {
    private static final int CAPACITY_FIRST = 1_024;

    private final int sign;
    private final int levelsMax;
    private long[] keys;
    private long[] quantities;
    private int count;

    /// @param sign 1 where the highest price is best (bids), −1 where the lowest is (asks)
    Ladder(int sign, int levelsMax) {
        this.sign = sign;
        this.levelsMax = levelsMax;
        this.keys = new long[Math.min(CAPACITY_FIRST, levelsMax)];
        this.quantities = new long[keys.length];
    }

    /// Makes the quantity at that price so, 0 for none. Allocates only when the side is deeper than ever before.
    ///
    /// @return false when there is no room for one more level; then nothing has changed
    boolean set(long price, long quantity) {
        long key = sign * price;
        int index = firstNotWorseThan(key);
        boolean isPresent = index < count && keys[index] == key;
        if (quantity == 0) {
            if (isPresent) {
                remove(index);
            }
            return true;
        }
        if (isPresent) {
            quantities[index] = quantity;
            return true;
        }
        return insert(index, key, quantity);
    }

    private int firstNotWorseThan(long key) {
        int notWorse = count;
        int worse = count - 1;
        for (int step = 1; worse >= 0 && keys[worse] >= key; step <<= 1) {
            notWorse = worse;
            worse -= step;
        }
        worse = Math.max(worse, -1);
        while (notWorse - worse > 1) {
            int middle = (worse + notWorse) >>> 1;
            if (keys[middle] >= key) {
                notWorse = middle;
            } else {
                worse = middle;
            }
        }
        return notWorse;
    }

    private void remove(int index) {
        int better = count - index - 1;
        System.arraycopy(keys, index + 1, keys, index, better);
        System.arraycopy(quantities, index + 1, quantities, index, better);
        count--;
    }

    private boolean insert(int index, long key, long quantity) {
        if (count == keys.length) {
            if (count == levelsMax) {
                return false;
            }
            int capacity = Math.min(2 * count, levelsMax);
            keys = Arrays.copyOf(keys, capacity);
            quantities = Arrays.copyOf(quantities, capacity);
        }
        int better = count - index;
        System.arraycopy(keys, index, keys, index + 1, better);
        System.arraycopy(quantities, index, quantities, index + 1, better);
        keys[index] = key;
        quantities[index] = quantity;
        count++;
        return true;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /// The best price. The writer's thread; at least one level.
    long best() {
        return sign * keys[count - 1];
    }

    /// Copies as many of the best levels as the arrays hold, the best first. Any thread; see above.
    ///
    /// @return how many
    int copyBest(long[] pricesOut, long[] quantitiesOut) {
        long[] keysSeen = keys;
        long[] quantitiesSeen = quantities;
        // Under a race the count may belong to other arrays than these.
        int countSeen = Math.min(count, Math.min(keysSeen.length, quantitiesSeen.length));
        int copied = Math.min(countSeen, pricesOut.length);
        for (int index = 0; index < copied; index++) {
            pricesOut[index] = sign * keysSeen[countSeen - 1 - index];
            quantitiesOut[index] = quantitiesSeen[countSeen - 1 - index];
        }
        return copied;
    }
}
