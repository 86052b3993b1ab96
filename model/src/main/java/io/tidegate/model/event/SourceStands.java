package io.tidegate.model.event;

/// A line of an image: a sender and the last of its commands that was applied.
public record SourceStands(long source, String name, long lastSequence) implements Event {}
