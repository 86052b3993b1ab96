package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;

/// One side of a trade, as its owner sees it.
///
/// @param tradeId  unique in its market; both sides bear the same
/// @param quote    price × quantity
/// @param feeAsset what the owner received
public record Fill(
        Market market,
        long tradeId,
        long orderId,
        String clientId,
        Side side,
        long price,
        long quantity,
        Amount quote,
        Amount fee,
        Asset feeAsset,
        boolean isMaker,
        long timeNs) {}
