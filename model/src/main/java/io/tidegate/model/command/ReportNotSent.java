package io.tidegate.model.command;

/// No byte of this child left: evidence of the best kind.
///
/// @param epoch  the lease under which the child was handed out
/// @param reason why it was not sent
public record ReportNotSent(long childId, long epoch, String reason) implements Command {}
