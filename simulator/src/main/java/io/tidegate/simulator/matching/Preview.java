package io.tidegate.simulator.matching;

import io.tidegate.model.number.Amount;

/// What an order would trade if it arrived now.
///
/// @param quantity the sum over all makers
/// @param quote    the sum of price × quantity, exact
public record Preview(long quantity, Amount quote) {}
