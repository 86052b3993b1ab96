package io.tidegate.model.event;

/// The first line of a snapshot: the core's own counters.
///
/// @param lastId      the last order or child id given
/// @param incarnation the present life
/// @param sweepAfterId where a kill switch goes on cancelling, or −1 when none is at it
public record CoreStands(long lastId, int incarnation, int rulesVersion, long sweepAfterId) implements Standing {}
