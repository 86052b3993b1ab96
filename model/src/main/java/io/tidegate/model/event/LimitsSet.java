package io.tidegate.model.event;

import io.tidegate.model.risk.Limits;

/// An account has these limits from here on.
public record LimitsSet(String account, Limits limits, String by) implements Event {}
