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
    /// How each level was written, by the same index; empty where nobody needs it.
    private short[] digits;

    private int count;

    /// @param sign        1 where the highest price is best (bids), −1 where the lowest is (asks)
    /// @param keepsDigits whether levels remember how the venue wrote them
    Ladder(int sign, int levelsMax, boolean keepsDigits) {
        this.sign = sign;
        this.levelsMax = levelsMax;
        this.keys = new long[Math.min(CAPACITY_FIRST, levelsMax)];
        this.quantities = new long[keys.length];
        this.digits = new short[keepsDigits ? keys.length : 0];
    }

    /// Makes the quantity at that price so, 0 for none. Allocates only when the side is deeper than ever before.
    ///
    /// @return false when there is no room for one more level; then nothing has changed
    boolean set(long price, long quantity, short written) {
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
            if (digits.length > 0) {
                digits[index] = written;
            }
            return true;
        }
        return insert(index, key, quantity, written);
    }

    /// The same unless that price has a quantity already: a snapshot is told from its last level to its first,
    /// which is the worst, so that each level goes to the end where nothing has to move.
    boolean setIfAbsent(long price, long quantity, short written) {
        long key = sign * price;
        int index = firstNotWorseThan(key);
        return (index < count && keys[index] == key) || insert(index, key, quantity, written);
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
        if (digits.length > 0) {
            System.arraycopy(digits, index + 1, digits, index, better);
        }
        count--;
    }

    private boolean insert(int index, long key, long quantity, short written) {
        if (count == keys.length) {
            if (count == levelsMax) {
                return false;
            }
            int capacity = Math.min(2 * count, levelsMax);
            keys = Arrays.copyOf(keys, capacity);
            quantities = Arrays.copyOf(quantities, capacity);
            digits = digits.length > 0 ? Arrays.copyOf(digits, capacity) : digits;
        }
        int better = count - index;
        System.arraycopy(keys, index, keys, index + 1, better);
        System.arraycopy(quantities, index, quantities, index + 1, better);
        if (digits.length > 0) {
            System.arraycopy(digits, index, digits, index + 1, better);
            digits[index] = written;
        }
        keys[index] = key;
        quantities[index] = quantity;
        count++;
        return true;
    }

    void clear() {
        count = 0;
    }

    /// Forgets all but the best levels.
    void keepBest(int levels) {
        int worst = Math.max(0, count - levels);
        if (worst > 0) {
            System.arraycopy(keys, worst, keys, 0, count - worst);
            System.arraycopy(quantities, worst, quantities, 0, count - worst);
            if (digits.length > 0) {
                System.arraycopy(digits, worst, digits, 0, count - worst);
            }
            count -= worst;
        }
    }

    int count() {
        return count;
    }

    /// The best price. The writer's thread; at least one level.
    long best() {
        return sign * keys[count - 1];
    }

    /// The price of a level, the best at index 0. The writer's thread, like the two below.
    long price(int fromBest) {
        return sign * keys[count - 1 - fromBest];
    }

    long quantity(int fromBest) {
        return quantities[count - 1 - fromBest];
    }

    /// 0 where digits are not kept.
    short digits(int fromBest) {
        return digits.length > 0 ? digits[count - 1 - fromBest] : 0;
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
