/// Matching by price, then time: one order book per instrument, exact and deterministic.
///
/// Knows orders by their number only: not whose they are, nor what they cost their owner. No clock, no randomness.
/// One thread. Start at [io.tidegate.simulator.matching.OrderBook].
@NullMarked
package io.tidegate.simulator.matching;

import org.jspecify.annotations.NullMarked;
