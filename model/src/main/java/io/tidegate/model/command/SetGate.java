package io.tidegate.model.command;

/// The lease holder opens or closes a venue account for new orders (SPEC REC-3).
///
/// @param epoch  the lease under which it speaks
/// @param reason why, for the record
public record SetGate(int venueAccount, long epoch, boolean open, String reason) implements Command {}
