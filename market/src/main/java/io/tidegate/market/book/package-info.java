/// A venue's book of one instrument: price levels, written by one thread, read by all (SPEC MKT-1, MKT-3).
///
/// Speaks the hot dialect: primitives and arrays that are reused. Prices and quantities count the instrument's
/// scales; [io.tidegate.model.order.Side] BUY names the bids, SELL the asks. Start at `Book`.
@NullMarked
package io.tidegate.market.book;

import org.jspecify.annotations.NullMarked;
