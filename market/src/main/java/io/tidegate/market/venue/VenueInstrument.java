package io.tidegate.market.venue;

import io.tidegate.market.book.Book;
import io.tidegate.model.instrument.Instrument;

/// All that one venue shows of one instrument: its book, its own best quotes, its trades. Each part is written by the
/// thread of the feed and read by any.
public record VenueInstrument(Instrument instrument, Book book, Touch touch, Tape tape) {
    /// Empty, before the feed has begun.
    public static VenueInstrument of(Instrument instrument) {
        return new VenueInstrument(instrument, new Book(instrument), new Touch(), new Tape(true));
    }
}
