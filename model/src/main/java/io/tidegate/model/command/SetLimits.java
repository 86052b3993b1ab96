package io.tidegate.model.command;

import io.tidegate.model.risk.Limits;

/// Sets the limits of one account; an account without its own has [Limits#DEFAULT].
public record SetLimits(String account, Limits limits, String by) implements Command {}
