package io.tidegate.venues.binance.market;

import io.tidegate.market.book.Levels;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;

/// What one message says; filled again and again by [MarketReader]. Which parts hold is told by its kind; the others
/// are
/// left over from messages before. Prices and quantities are at the instrument's scales. One thread.
public final class MarketMessage {
    /// What there is.
    public enum Kind {
        /// Levels that changed, between two ids.
        DIFFERENCE,
        /// The best bid and ask.
        QUOTE,
        /// A trade.
        TRADE,
        /// A whole book.
        SNAPSHOT,
        /// The venue did what a request asked.
        DONE,
        /// The venue refused a request.
        REFUSED,
        /// The venue will close the connection soon.
        SHUTDOWN,
        /// Sound, but nothing that concerns us: other events, instruments that are not ours.
        OTHER,
        /// Not what the venue's documents describe; the reader says why.
        UNREADABLE
    }

    static final int NONE = -1;

    Kind kind = Kind.OTHER;
    int index = NONE;
    long firstId;
    long lastId;
    long previousId;
    long tradeId;
    long tradeMs;
    boolean isBuyerMaker;
    long price;
    long quantity;
    long bid;
    long bidQuantity;
    long ask;
    long askQuantity;
    long requestId;
    String refusal = "";
    final Levels levels = new Levels();
    private final MarketSymbols symbols;

    /// @param symbols the instruments that messages may be about
    public MarketMessage(MarketSymbols symbols) {
        this.symbols = symbols;
    }

    public Kind kind() {
        return kind;
    }

    /// Which instrument it is about: its place among the symbols.
    public int index() {
        return index;
    }

    public Instrument instrument() {
        return symbols.instrument(index);
    }

    /// First update of a difference, the venue's `U`.
    public long firstId() {
        return firstId;
    }

    /// Last update of a difference, or the one that a quote or a snapshot shows: `u`, `lastUpdateId`.
    public long lastId() {
        return lastId;
    }

    /// Where the difference before ended, `pu`; 0 on spot, which has none.
    public long previousId() {
        return previousId;
    }

    /// The levels of a difference or a snapshot.
    public Levels levels() {
        return levels;
    }

    public long tradeId() {
        return tradeId;
    }

    /// When the trade happened by the venue's clock, nanoseconds since 1970 UTC.
    public long tradeNs() {
        return tradeMs * 1_000_000;
    }

    /// Side of the order that took: SELL where the buyer was the maker.
    public Side aggressor() {
        return isBuyerMaker ? Side.SELL : Side.BUY;
    }

    /// Of a trade.
    public long price() {
        return price;
    }

    /// Of a trade.
    public long quantity() {
        return quantity;
    }

    /// Best bid of a quote; 0 where nobody bids.
    public long bid() {
        return bid;
    }

    public long bidQuantity() {
        return bidQuantity;
    }

    /// Best ask of a quote; 0 where nobody asks.
    public long ask() {
        return ask;
    }

    public long askQuantity() {
        return askQuantity;
    }

    /// The id of the request that is answered; 0 where the venue names none.
    public long requestId() {
        return requestId;
    }

    /// Why a request was refused, in the venue's words.
    public String refusal() {
        return refusal;
    }
}
