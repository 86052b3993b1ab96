package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;

/// What an account pays for trading, as shares of the amount traded: 0.001 is 10 bps. All that the venue
/// adds up is in it, discounts are not: it is the most that will be charged.
///
/// @param buyer         what a purchase costs on top of maker or taker, usually 0
/// @param seller        the same for a sale
/// @param discountAsset the asset in which fees are cheaper when the account holds it, "" where there is none
public record FeeRates(
        Instrument instrument, Amount maker, Amount taker, Amount buyer, Amount seller, String discountAsset) {}
