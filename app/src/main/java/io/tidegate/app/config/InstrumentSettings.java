package io.tidegate.app.config;

import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.instrument.AssetClass;

/// An instrument, whose scales never change once the log knows them (SPEC INS-3).
///
/// @param priceScale    decimal places of a price; together with the quantity's at most 18
/// @param quantityScale decimal places of a quantity
public record InstrumentSettings(
        String symbol, AssetClass assetClass, String base, String quote, int priceScale, int quantityScale) {
    /// The same as a command.
    public DefineInstrument definition() {
        return new DefineInstrument(symbol, assetClass, base, quote, priceScale, quantityScale);
    }
}
