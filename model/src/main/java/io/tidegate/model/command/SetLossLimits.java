package io.tidegate.model.command;

import io.tidegate.model.risk.LossLimits;

/// Sets how much one account may lose, and begins to count anew: day and best result are what they are now.
public record SetLossLimits(String account, LossLimits limits, String by) implements Command {}
