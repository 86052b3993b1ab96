package io.tidegate.market.book;

import io.tidegate.model.order.Side;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A reader's own copy of the best levels of a book at one moment, and what follows from them.
///
/// Made once and filled again by [Book#read]. Where the condition is not VALID there are no levels. One thread.
public final class BookView {
    private final long[] bidPrices;
    private final long[] bidQuantities;
    private final long[] askPrices;
    private final long[] askQuantities;
    private Condition condition = Condition.NOT_BUILT;
    private int bidCount;
    private int askCount;
    private long sequence;
    private long atNs;
    private long version;

    /// @param levelsMax how many levels of each side it holds, at least 1; 1 is the best bid and ask alone
    public BookView(int levelsMax) {
        if (levelsMax < 1) {
            throw new IllegalArgumentException("a view of " + levelsMax + " levels shows nothing");
        }
        this.bidPrices = new long[levelsMax];
        this.bidQuantities = new long[levelsMax];
        this.askPrices = new long[levelsMax];
        this.askQuantities = new long[levelsMax];
    }

    void copy(Condition condition, Ladder bids, Ladder asks, long sequence, long atNs, long version) {
        boolean isValid = condition == Condition.VALID;
        this.condition = condition;
        this.bidCount = isValid ? bids.copyBest(bidPrices, bidQuantities) : 0;
        this.askCount = isValid ? asks.copyBest(askPrices, askQuantities) : 0;
        this.sequence = sequence;
        this.atNs = atNs;
        this.version = version;
    }

    void clear(Condition condition) {
        this.condition = condition;
        this.bidCount = 0;
        this.askCount = 0;
    }

    public Condition condition() {
        return condition;
    }

    /// The venue's number of this state.
    public long sequence() {
        return sequence;
    }

    /// When the message that led to this state was received, nanoseconds since 1970 UTC.
    public long atNs() {
        return atNs;
    }

    /// The book's [Book#version] of this state.
    public long version() {
        return version;
    }

    /// How many levels of that side were copied: BUY for the bids, SELL for the asks.
    public int count(Side side) {
        return side == Side.BUY ? bidCount : askCount;
    }

    /// The price of a level, the best at index 0.
    public long price(Side side, int index) {
        return (side == Side.BUY ? bidPrices : askPrices)[checked(side, index)];
    }

    /// The quantity of a level, above 0.
    public long quantity(Side side, int index) {
        return (side == Side.BUY ? bidQuantities : askQuantities)[checked(side, index)];
    }

    private int checked(Side side, int index) {
        if (index < 0 || index >= count(side)) {
            throw new IndexOutOfBoundsException("level " + index + " of " + count(side) + " of " + side);
        }
        return index;
    }

    /// The best price of that side; empty when nothing rests there.
    public OptionalLong best(Side side) {
        return count(side) == 0 ? OptionalLong.empty() : OptionalLong.of(price(side, 0));
    }

    /// Best ask less best bid, above 0; empty unless both sides have a level.
    public OptionalLong spread() {
        return bidCount == 0 || askCount == 0 ? OptionalLong.empty() : OptionalLong.of(askPrices[0] - bidPrices[0]);
    }

    /// Twice the price in the middle, which is exact: best bid plus best ask. Empty unless both sides have a level.
    public OptionalLong twiceMid() {
        return bidCount == 0 || askCount == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.addExact(askPrices[0], bidPrices[0]));
    }

    /// What rests on the best levels of that side together.
    ///
    /// @param levels how many of them, all that were copied if there are fewer
    /// @return at most `Long.MAX_VALUE`, however much a venue claims
    public long depth(Side side, int levels) {
        long[] quantities = side == Side.BUY ? bidQuantities : askQuantities;
        long depth = 0;
        for (int index = 0; index < Math.min(levels, count(side)); index++) {
            depth = depth > Long.MAX_VALUE - quantities[index] ? Long.MAX_VALUE : depth + quantities[index];
        }
        return depth;
    }

    /// How much heavier the bids are: (bids − asks) / (bids + asks) over the best levels, −10,000 to 10,000. A
    /// statistic, rounded to the nearest; empty when nothing rests on either side.
    public OptionalInt imbalanceBps(int levels) {
        double bids = depth(Side.BUY, levels);
        double asks = depth(Side.SELL, levels);
        return bids + asks == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(10_000 * ((bids - asks) / (bids + asks))));
    }

    /// The average price of an order that takes that quantity now, at the price scale, rounded against the
    /// order by less than one unit.
    ///
    /// @param order    BUY walks the asks, SELL the bids
    /// @param quantity above 0
    /// @return empty when the copied levels hold less
    public OptionalLong averagePrice(Side order, long quantity) {
        if (quantity <= 0) {
            throw new IllegalArgumentException("no average price of quantity " + quantity);
        }
        Side taken = order.opposite();
        var value = new WideSum();
        long left = quantity;
        for (int index = 0; index < count(taken) && left > 0; index++) {
            long part = Math.min(left, quantity(taken, index));
            value.add(price(taken, index), part);
            left -= part;
        }
        return left > 0 ? OptionalLong.empty() : OptionalLong.of(value.dividedBy(quantity, order == Side.BUY));
    }

    @Override
    public String toString() {
        return condition + " at " + sequence + ", bids " + Arrays.toString(Arrays.copyOf(bidPrices, bidCount))
                + ", asks " + Arrays.toString(Arrays.copyOf(askPrices, askCount));
    }
}
