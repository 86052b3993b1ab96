package io.tidegate.model.event;

import io.tidegate.model.risk.InstrumentLimits;

/// An account has these limits in an instrument from here on.
public record InstrumentLimitsSet(String account, int instrument, InstrumentLimits limits, String by)
        implements Event {}
