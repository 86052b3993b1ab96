package io.tidegate.model.event;

import io.tidegate.model.instrument.Instrument;

/// An instrument is known.
public record InstrumentDefined(Instrument instrument) implements Event {}
