package io.tidegate.model.command;

/// The node's finding about the disk under its log. While it is low, new orders are refused and all else goes on.
///
/// A command, so that a replay refuses what was refused, whatever the disk is like by then.
///
/// @param low       true from the reserve downwards
/// @param freeBytes what was free when it was looked at
public record ReportStorage(boolean low, long freeBytes) implements Command {}
