package io.tidegate.app.demo;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.Truth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What really happened at the venue, copied on its own thread.
///
/// @param fills    by their name, see [OurTruth#key]
/// @param placed   how often each client order id was taken on
/// @param open     client order ids of open orders
/// @param balances free and locked together, by asset code
record VenueTruth(
        Map<String, VenueFill> fills, Map<String, Integer> placed, List<String> open, Map<String, Amount> balances) {
    record VenueFill(Side side, Amount quantity, Amount price, Amount quote, Amount fee, String feeAsset) {}

    static VenueTruth of(SimServer sim) {
        return sim.onItsThread(face -> of(face.venue().truth().getFirst()));
    }

    private static VenueTruth of(Truth truth) {
        var fills = new TreeMap<String, VenueFill>();
        for (Fill fill : truth.fills()) {
            var instrument = fill.market().instrument();
            fills.put(
                    OurTruth.key(instrument.symbol(), Long.toString(fill.orderId()), Long.toString(fill.tradeId())),
                    new VenueFill(
                            fill.side(),
                            instrument.baseAmount(fill.quantity()),
                            Amount.ofScaled(fill.price(), instrument.priceScale()),
                            fill.quote(),
                            fill.fee(),
                            fill.feeAsset().code()));
        }
        var balances = new TreeMap<String, Amount>();
        truth.balances().forEach((asset, balance) -> balances.put(asset.code(), balance.total()));
        return new VenueTruth(
                fills,
                Map.copyOf(truth.placed()),
                truth.open().stream().map(order -> order.clientId()).toList(),
                balances);
    }
}
