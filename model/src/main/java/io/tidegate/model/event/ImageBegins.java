package io.tidegate.model.event;

/// Lines that say what stands follow, between other events.
public record ImageBegins() implements Event {}
