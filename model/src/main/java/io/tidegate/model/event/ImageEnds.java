package io.tidegate.model.event;

/// Every line of the image has been written.
public record ImageEnds(long lines) implements Event {}
