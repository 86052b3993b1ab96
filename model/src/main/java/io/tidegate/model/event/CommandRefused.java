package io.tidegate.model.event;

import io.tidegate.model.refusal.Refusal;

/// A command was not applied, in whole; nothing changed.
public record CommandRefused(Refusal refusal) implements Event {}
