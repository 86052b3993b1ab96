package io.tidegate.model.command;

import io.tidegate.model.instrument.AssetClass;

/// Makes an instrument and its two assets known. Its scales never change: the same again is no change, others are
/// refused (SPEC INS-3).
///
/// @param symbol        canonical, such as `BTC/USDT`, 1 to 48 characters
/// @param base          code of the asset that is bought and sold
/// @param quote         code of the asset in which it is priced
/// @param priceScale    decimal places of a price
/// @param quantityScale decimal places of a quantity; together at most 18
public record DefineInstrument(
        String symbol, AssetClass assetClass, String base, String quote, int priceScale, int quantityScale)
        implements Command {}
