package io.tidegate.simulator.venue.binance;

/// A value, or why there is none.
sealed interface Outcome<T> {
    record Is<T>(T value) implements Outcome<T> {}

    record Refused<T>(BinanceError error) implements Outcome<T> {}
}
