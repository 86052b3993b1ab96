package io.tidegate.app.config;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.number.Decimals;

/// What a venue takes of an instrument, as decimals.
///
/// @param symbol of a configured instrument
public record GridSettings(
        String symbol, String tick, String lot, String quantityMin, String quantityMax, String notionalMin) {
    /// At the instrument's scales.
    ///
    /// @throws IllegalArgumentException or ArithmeticException when it is no grid of that instrument; says why
    public Grid at(int priceScale, int quantityScale) {
        return new Grid(
                Decimals.parse(tick, priceScale),
                Decimals.parse(lot, quantityScale),
                Decimals.parse(quantityMin, quantityScale),
                Decimals.parse(quantityMax, quantityScale),
                Amount.parse(notionalMin));
    }
}
