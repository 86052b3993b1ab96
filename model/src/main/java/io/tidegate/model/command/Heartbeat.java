package io.tidegate.model.command;

/// Says that time has passed; lets readers see that the log is alive.
public record Heartbeat() implements Command {}
