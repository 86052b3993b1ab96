package io.tidegate.model.event;

/// A fact could not be expressed in our numbers or words; it is kept here, and the gate is closed.
public record FactParked(int venueAccount, int instrument, String what, String raw) implements Event {}
