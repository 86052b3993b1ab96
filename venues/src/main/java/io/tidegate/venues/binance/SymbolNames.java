package io.tidegate.venues.binance;

import java.util.List;

/// Our name for a symbol that stands alone in a payload, for people to read. A session never needs it: it
/// looks symbols up among the instruments that it was told of.
final class SymbolNames {
    /// What things are priced in there, as of the venue's listings of 2026; the longer name before its own ending.
    private static final List<String> QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "TUSD", "BUSD", "USD1", "EURI", "DAI", "EUR", "GBP", "TRY", "BRL", "JPY", "MXN",
            "ARS", "COP", "CZK", "PLN", "RON", "UAH", "ZAR", "IDR", "AUD", "BTC", "ETH", "BNB", "SOL", "DOGE", "TRX",
            "XRP", "USD");

    private SymbolNames() {}

    /// `BTC/USDT` for `BTCUSDT`; the venue's own name where its parts cannot be told.
    static String ours(String symbol) {
        for (String quote : QUOTES) {
            if (symbol.endsWith(quote) && symbol.length() > quote.length()) {
                return symbol.substring(0, symbol.length() - quote.length()) + "/" + quote;
            }
        }
        return symbol;
    }
}
