package io.tidegate.app.demo;

/// What a demonstration does.
///
/// @param seconds how long orders are placed; 0 until it is told to stop
/// @param rate    orders a second, 1 to 5,000
/// @param seed    of the market and of the load
public record DemoSettings(int seconds, int rate, long seed) {}
