package io.tidegate.model.event;

/// The disk under the log ran low, or has room again; new orders are refused while it is low.
///
/// @param freeBytes what was free when it was looked at
public record StorageChanged(boolean low, long freeBytes) implements Event {}
