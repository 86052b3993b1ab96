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
        long timeNs) {
    /// The side of a trade that belongs to that order.
    static Fill of(VenueOrder order, Print print, Amount fee) {
        var market = order.market();
        return new Fill(
                market,
                print.tradeId(),
                order.orderId(),
                order.clientId(),
                order.side(),
                print.price(),
                print.quantity(),
                print.quote(),
                fee,
                order.side() == Side.BUY ? market.base() : market.quote(),
                order.orderId() != print.takerId(),
                print.timeNs());
    }
}
