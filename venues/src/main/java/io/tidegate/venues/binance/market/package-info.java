/// Binance's market streams: bytes of differences, quotes and trades into books (binance.md section 5).
///
/// `MarketReader` reads a message straight from its bytes; what is not written in the venue's usual way goes to a
/// strict
/// JSON parser, which takes it or says what is wrong where. `MarketData` brings what was read to its instrument,
/// `BinanceMarketSession` keeps one connection's subscriptions and snapshots going. No I/O and no clock. One thread.
@NullMarked
package io.tidegate.venues.binance.market;

import org.jspecify.annotations.NullMarked;
