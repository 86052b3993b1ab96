package io.tidegate.model.event;

/// The core lives anew; client order ids made from here on bear this number.
public record IncarnationStarted(int incarnation) implements Event {}
