package io.tidegate.model.event;

import io.tidegate.model.instrument.Grid;

/// A venue takes an instrument by these increments and limits from here on.
public record GridSet(int venueAccount, int instrument, Grid grid) implements Event {}
