package io.tidegate.model.command;

/// Asks for an image of what stands, written into the event stream between other events.
public record BeginImage() implements Command {}
