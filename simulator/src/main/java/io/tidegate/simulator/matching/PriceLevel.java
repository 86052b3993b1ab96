package io.tidegate.simulator.matching;

/// One price of a book as seen from outside.
///
/// @param quantity   sum of what its orders have left
/// @param orderCount at least 1
public record PriceLevel(long price, long quantity, int orderCount) {}
