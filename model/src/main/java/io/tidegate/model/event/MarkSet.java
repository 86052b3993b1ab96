package io.tidegate.model.event;

/// The reference price of an instrument.
public record MarkSet(int instrument, long bid, long ask, long atNs) implements Event {}
