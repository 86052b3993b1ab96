package io.tidegate.model.event;

/// Time has passed.
public record HeartbeatSeen() implements Event {}
