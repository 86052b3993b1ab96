/// Binance spot: orders, answers and the account's events over one WebSocket API connection, REST beside it for the
/// server's time and for look-ups and cancels while that connection is down.
///
/// Outwards `CallCheck` says whether a call can be said, `Requests` makes a `Request`, which is signed at
/// the moment of sending; inwards `Incoming` takes a message apart, `OrderRow` and `FillRow` state it,
/// `OrderPayloads` and `UserEvents` bring it to our scales, `Outcomes` says how a call ended. All of these
/// are pure; only the session and what it holds (`Connection`, `Calls`, `CallTable`, `ServerClock`,
/// `StreamWatch`) change. One thread. `BinanceWords` speaks the same language without a session. What is
/// peculiar to the venue stands in `docs/venues/binance.md`. Start at
/// [io.tidegate.venues.binance.BinanceSession].
@NullMarked
package io.tidegate.venues.binance;

import org.jspecify.annotations.NullMarked;
