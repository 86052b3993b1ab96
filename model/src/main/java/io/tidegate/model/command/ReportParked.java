package io.tidegate.model.command;

/// A fact from the venue that cannot be expressed in our numbers or words: kept, flagged, and the gate closes.
///
/// @param instrument id of the instrument it concerns, 0 where that is not known
/// @param what       which rule it broke
/// @param raw        as it came, at most 2,000 characters, without secrets
public record ReportParked(int venueAccount, int instrument, String what, String raw) implements Command {}
