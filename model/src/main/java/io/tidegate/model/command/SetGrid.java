package io.tidegate.model.command;

import io.tidegate.model.instrument.Grid;

/// States what a venue takes of an instrument; replaces what was stated before.
public record SetGrid(int venueAccount, int instrument, Grid grid) implements Command {}
