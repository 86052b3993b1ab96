package io.tidegate.model.event;

/// A stop that we held was set off.
///
/// @param reference the price that set it off, at the instrument's price scale
/// @param stopPrice what it was compared with
public record OrderTriggered(long orderId, long reference, long stopPrice) implements Event {}
