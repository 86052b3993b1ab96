package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Market;
import java.util.Optional;

/// The name of a market stream, read: `btcusdt@depth@100ms`, `!miniTicker@arr` (fact sheet §5).
///
/// @param text    as the client wrote it, and as it comes back in the envelope of combined streams
/// @param market  empty for streams over all markets
/// @param levels  of a partial book: 5, 10 or 20; 0 otherwise
/// @param everyNs how often it comes; 0 for one that comes as things happen
/// @param detail  the interval of klines; empty otherwise
record StreamName(String text, Kind kind, Optional<Market> market, int levels, long everyNs, String detail) {
    private static final long MS_NS = 1_000_000L;

    /// What a stream carries.
    enum Kind {
        DEPTH,
        PARTIAL_DEPTH,
        TRADE,
        AGGREGATE_TRADE,
        BOOK_TICKER,
        TICKER,
        MINI_TICKER,
        ALL_MINI_TICKERS,
        KLINE,
        AVERAGE_PRICE,
        /// Nothing: the venue takes a subscription to a stream that does not exist, and stays silent.
        SILENT
    }

    static StreamName parse(String text, Symbols symbols) {
        if (text.equals("!miniTicker@arr")) {
            return new StreamName(text, Kind.ALL_MINI_TICKERS, Optional.empty(), 0, 1_000 * MS_NS, "");
        }
        int at = text.indexOf('@');
        var market = at < 0 ? Optional.<Market>empty() : symbols.inLowerCase(text.substring(0, at));
        if (market.isEmpty()) {
            return silent(text);
        }
        String[] words = text.substring(at + 1).split("@", -1);
        String kind = words[0];
        long everyNs = words.length == 1 ? 1_000 * MS_NS : speedNs(words[1]);
        if (words.length > 2 || everyNs == 0 || (words.length == 2 && !kind.startsWith("depth"))) {
            return silent(text);
        }
        return switch (kind) {
            case "depth" -> new StreamName(text, Kind.DEPTH, market, 0, everyNs, "");
            case "depth5", "depth10", "depth20" ->
                new StreamName(text, Kind.PARTIAL_DEPTH, market, Integer.parseInt(kind.substring(5)), everyNs, "");
            case "trade" -> new StreamName(text, Kind.TRADE, market, 0, 0, "");
            case "aggTrade" -> new StreamName(text, Kind.AGGREGATE_TRADE, market, 0, 0, "");
            case "bookTicker" -> new StreamName(text, Kind.BOOK_TICKER, market, 0, 0, "");
            case "ticker" -> new StreamName(text, Kind.TICKER, market, 0, everyNs, "");
            case "miniTicker" -> new StreamName(text, Kind.MINI_TICKER, market, 0, everyNs, "");
            case "avgPrice" -> new StreamName(text, Kind.AVERAGE_PRICE, market, 0, everyNs, "");
            default ->
                kind.startsWith("kline_") && Klines.lengthNs(kind.substring(6)).isPresent()
                        ? new StreamName(text, Kind.KLINE, market, 0, 2_000 * MS_NS, kind.substring(6))
                        : silent(text);
        };
    }

    private static long speedNs(String word) {
        return switch (word) {
            case "100ms" -> 100 * MS_NS;
            case "1000ms" -> 1_000 * MS_NS;
            default -> 0;
        };
    }

    private static StreamName silent(String text) {
        return new StreamName(text, Kind.SILENT, Optional.empty(), 0, 0, "");
    }
}
