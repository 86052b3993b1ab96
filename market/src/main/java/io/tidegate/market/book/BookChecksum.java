package io.tidegate.market.book;

import io.tidegate.model.order.Side;

/// How a venue proves what its book is: a number made of the best levels. Each venue that has one brings its own,
/// in its package; the book computes it before a batch is shown, and a book that fails is not shown at all.
@FunctionalInterface
public interface BookChecksum {
    /// The checksum of those levels; only the bits that the venue sends are set.
    long of(Best levels);

    /// The levels of a book within a batch, the best first. Valid during the call only.
    interface Best {
        /// How many levels that side has: BUY for the bids, SELL for the asks.
        int count(Side side);

        /// At the instrument's scale, like the quantity.
        long price(Side side, int index);

        long quantity(Side side, int index);

        /// Appends the price with the venue's own digits.
        void writePrice(Side side, int index, StringBuilder to);

        /// Appends the quantity with the venue's own digits.
        void writeQuantity(Side side, int index, StringBuilder to);
    }
}
