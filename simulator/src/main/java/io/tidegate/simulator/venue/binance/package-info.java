/// Binance Spot as its clients see it: REST and WebSocket API on one port, over a simulated venue.
///
/// Written from the venue's fact sheet alone and sharing no code with our own client side, so that a misreading shows.
/// A request passes `RestDoor` or `SocketDoor` (bytes to parameters and back), `Reception` (limits, signature, faults)
/// and the `Operation` that both doors share; `UserStreams` tells each account what happens to it. One thread, no
/// clock, randomness from a seed. Start at [io.tidegate.simulator.venue.binance.BinanceFace].
@NullMarked
package io.tidegate.simulator.venue.binance;

import org.jspecify.annotations.NullMarked;
