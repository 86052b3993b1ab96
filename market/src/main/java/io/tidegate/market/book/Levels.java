package io.tidegate.market.book;

import io.tidegate.model.order.Side;
import java.util.Arrays;

/// Price levels on their way from a message into a book: a list that is filled, applied and reused.
///
/// Prices and quantities count the instrument's scales; a quantity is absolute, 0 deletes. One thread.
public final class Levels {
    private static final int CAPACITY_FIRST = 64;

    private Side[] sides = new Side[CAPACITY_FIRST];
    private long[] prices = new long[CAPACITY_FIRST];
    private long[] quantities = new long[CAPACITY_FIRST];
    private short[] digits = new short[CAPACITY_FIRST];
    private int count;

    /// Empties it; what it grew to is kept.
    public Levels clear() {
        count = 0;
        return this;
    }

    /// Adds a level behind the others; the last word on a price counts.
    public Levels add(Side side, long price, long quantity) {
        return add(side, price, quantity, (short) 0);
    }

    /// The same with how the venue wrote it, for books that keep that.
    ///
    /// @param written see [Digits#of]
    public Levels add(Side side, long price, long quantity, short written) {
        if (count == prices.length) {
            sides = Arrays.copyOf(sides, 2 * count);
            prices = Arrays.copyOf(prices, 2 * count);
            quantities = Arrays.copyOf(quantities, 2 * count);
            digits = Arrays.copyOf(digits, 2 * count);
        }
        sides[count] = side;
        prices[count] = price;
        quantities[count] = quantity;
        digits[count] = written;
        count++;
        return this;
    }

    /// A list of its own with the same levels.
    public Levels copy() {
        var copy = new Levels();
        for (int index = 0; index < count; index++) {
            copy.add(sides[index], prices[index], quantities[index], digits[index]);
        }
        return copy;
    }

    public int count() {
        return count;
    }

    public Side side(int index) {
        return sides[index];
    }

    public long price(int index) {
        return prices[index];
    }

    public long quantity(int index) {
        return quantities[index];
    }

    /// How the venue wrote it, see [Digits]; 0 where nobody asked.
    public short digits(int index) {
        return digits[index];
    }
}
