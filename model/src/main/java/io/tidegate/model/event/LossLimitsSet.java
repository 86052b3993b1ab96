package io.tidegate.model.event;

import io.tidegate.model.risk.LossLimits;

/// An account may lose so much from here on.
public record LossLimitsSet(String account, LossLimits limits, String by) implements Event {}
