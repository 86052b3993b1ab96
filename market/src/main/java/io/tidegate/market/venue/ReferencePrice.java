package io.tidegate.market.venue;

import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.model.order.Side;
import java.util.Optional;

/// What an instrument is worth at a venue right now, for limits and valuation (SPEC MKT-2).
///
/// @param bid  best bid at the instrument's price scale, above 0
/// @param ask  best ask, not below the bid; both are the last price where neither book nor quote stands
/// @param last price of the last trade, 0 when none was seen
/// @param atNs when the venue told it, nanoseconds since 1970 UTC
public record ReferencePrice(long bid, long ask, long last, long atNs, Source source) {
    /// Where bid and ask come from.
    public enum Source {
        /// The book, built and followed without a gap.
        BOOK,
        /// The venue's stream of best quotes.
        QUOTE,
        /// The last trade: nothing better is known.
        TRADE
    }

    /// The fresher of book and quote, else the last trade; empty when none of them is young enough. Any thread.
    ///
    /// @param view     of the caller, filled with the book's best level
    /// @param ageMaxNs how old it may be
    public static Optional<ReferencePrice> of(VenueInstrument of, BookView view, long ageMaxNs, long nowNs) {
        long oldestNs = nowNs - ageMaxNs;
        var trade = of.tape().last();
        long last = trade.map(Tape.Trade::price).orElse(0L);
        var quote = of.touch().read().filter(seen -> seen.isSound() && seen.atNs() >= oldestNs);
        boolean hasBook = of.book().read(view) == Condition.VALID
                && view.count(Side.BUY) > 0
                && view.count(Side.SELL) > 0
                && view.atNs() >= oldestNs;
        // Both count the same states of the venue's book; the clock alone cannot tell which of the two is newer.
        if (quote.isPresent() && (!hasBook || quote.get().id() > view.sequence())) {
            var seen = quote.get();
            return Optional.of(new ReferencePrice(seen.bid(), seen.ask(), last, seen.atNs(), Source.QUOTE));
        }
        if (hasBook) {
            return Optional.of(new ReferencePrice(
                    view.price(Side.BUY, 0), view.price(Side.SELL, 0), last, view.atNs(), Source.BOOK));
        }
        return trade.filter(seen -> seen.atNs() >= oldestNs)
                .map(seen -> new ReferencePrice(last, last, last, seen.atNs(), Source.TRADE));
    }
}
