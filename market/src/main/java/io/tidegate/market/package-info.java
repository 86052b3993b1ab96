/// What the market shows: one book per instrument and venue, kept in step with the venue's feed.
///
/// Nothing here has a clock, a socket or a thread: the caller brings bytes already read into numbers, and the
/// time. One thread writes a book, any thread reads it without a lock. Start at [io.tidegate.market.book.Book].
@NullMarked
package io.tidegate.market;

import org.jspecify.annotations.NullMarked;
