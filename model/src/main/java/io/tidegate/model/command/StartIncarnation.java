package io.tidegate.model.command;

/// Begins a new life of the core, sent once at each start before anything is handed out.
///
/// @param wallClockMs milliseconds since 1970 UTC; the incarnation is above this and above every one before
public record StartIncarnation(long wallClockMs) implements Command {}
