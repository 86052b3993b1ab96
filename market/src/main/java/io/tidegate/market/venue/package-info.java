/// What one venue shows: of each instrument the book, the venue's own best quotes, the trades, and the reference price
/// that follows from them.
///
/// One thread writes, any thread reads without a lock. Start at `VenueInstrument`.
@NullMarked
package io.tidegate.market.venue;

import org.jspecify.annotations.NullMarked;
