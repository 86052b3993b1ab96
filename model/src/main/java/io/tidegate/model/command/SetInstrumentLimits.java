package io.tidegate.model.command;

import io.tidegate.model.risk.InstrumentLimits;

/// Sets the limits of one account in one instrument; without them it has [InstrumentLimits#NONE].
public record SetInstrumentLimits(String account, int instrument, InstrumentLimits limits, String by)
        implements Command {}
