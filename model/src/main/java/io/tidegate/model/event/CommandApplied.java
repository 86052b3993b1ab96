package io.tidegate.model.event;

/// A command was applied and nothing followed from it; tells its sender that it need not be sent again.
public record CommandApplied() implements Event {}
