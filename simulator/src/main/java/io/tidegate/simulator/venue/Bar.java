package io.tidegate.simulator.venue;

import io.tidegate.model.number.Amount;

/// The trades of one minute.
///
/// @param openNs        beginning of the minute, nanoseconds since 1970 UTC
/// @param quantity      traded, at the instrument's scale
/// @param quote         traded, in the quote asset
/// @param takerQuantity of it bought by takers
/// @param takerQuote    of it spent by takers
/// @param lastTradeId   of its trades, whose numbers follow each other without a gap
public record Bar(
        long openNs,
        long open,
        long high,
        long low,
        long close,
        long quantity,
        Amount quote,
        long tradeCount,
        long takerQuantity,
        Amount takerQuote,
        long lastTradeId) {
    /// The same trades in a longer bar that opens at that time.
    public Bar openingAt(long openNs) {
        return new Bar(
                openNs, open, high, low, close, quantity, quote, tradeCount, takerQuantity, takerQuote, lastTradeId);
    }

    /// This bar and a later one as one.
    public Bar followedBy(Bar later) {
        return new Bar(
                openNs,
                open,
                Math.max(high, later.high),
                Math.min(low, later.low),
                later.close,
                quantity + later.quantity,
                quote.plus(later.quote),
                tradeCount + later.tradeCount,
                takerQuantity + later.takerQuantity,
                takerQuote.plus(later.takerQuote),
                later.lastTradeId);
    }
}
