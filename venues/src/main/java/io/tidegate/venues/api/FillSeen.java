package io.tidegate.venues.api;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Liquidity;
import io.tidegate.model.order.Side;

/// One execution as the venue reports it.
///
/// @param clientOrderId the id that we gave, "" where the venue does not repeat it (then the venue's id names the
/// order)
/// @param quantity      base quantity at the instrument's scale, positive
/// @param price         as printed
/// @param quote         the venue's own figure where it gives one, else price × quantity
/// @param fee           positive for a cost, negative for a rebate
/// @param feeAsset      code of the asset charged, "" when no fee is named
public record FillSeen(
        Instrument instrument,
        String clientOrderId,
        String venueOrderId,
        String tradeId,
        Side side,
        long quantity,
        Amount price,
        Amount quote,
        Amount fee,
        String feeAsset,
        Liquidity liquidity,
        long timeNs) {}
