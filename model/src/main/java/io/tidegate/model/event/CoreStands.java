package io.tidegate.model.event;

/// The first line of a snapshot: the core's own counters.
///
/// @param lastId      the last order or child id given
/// @param incarnation the present life
public record CoreStands(long lastId, int incarnation, int rulesVersion) implements Standing {}
