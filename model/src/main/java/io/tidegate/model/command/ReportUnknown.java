package io.tidegate.model.command;

/// A request for this child had no conclusive answer; it stays as it is, in doubt, and the venue is asked.
public record ReportUnknown(long childId, String reason) implements Command {}
