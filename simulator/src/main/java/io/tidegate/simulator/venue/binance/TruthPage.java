package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.Truth;
import io.tidegate.simulator.venue.VenueOrder;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import java.util.List;

/// `GET /tidegate/truth`: what really happened at the simulated venue. No part of Binance's protocol; tests in other
/// processes compare it with what a client believes.
///
/// ```json
/// {"accounts":[{"name":"…","placedTotal":2,"fillTotal":1,"placedTwice":[],"placed":{"<client id>":1},
///   "open":[{"symbol":"BTCUSDT","orderId":1,"clientOrderId":"…","side":"BUY","origQty":"…","executedQty":"…"}],
///   "fills":[{"symbol":"BTCUSDT","tradeId":1,"orderId":1,"clientOrderId":"…","side":"BUY","price":"…","qty":"…",
///     "quoteQty":"…","commission":"…","commissionAsset":"BTC","isMaker":false,"time":1700000000000}],
///   "balances":[{"asset":"BTC","free":"…","locked":"…"}]}]}
/// ```
///
/// Accounts in the order of opening, without the agents'; `placed` counts every order ever taken on, by client id.
/// With `?summary=true` the lists `placed`, `open` and `fills`, which grow with the traffic, are left out.
final class TruthPage {
    static final String PATH = "/tidegate/truth";

    private TruthPage() {}

    static HttpAnswer of(SimulatedVenue venue, boolean isSummary) {
        var json = new Json(false);
        json.beginObject();
        json.beginArray("accounts");
        venue.truth().forEach(truth -> account(json, truth, isSummary));
        json.endArray();
        json.endObject();
        return new HttpAnswer(200, List.of(new Header("Content-Type", "application/json")), json.bytes());
    }

    private static void account(Json json, Truth truth, boolean isSummary) {
        json.beginObject();
        json.text("name", truth.account().name());
        json.number("placedTotal", truth.placedTotal());
        json.number("fillTotal", truth.fillTotal());
        json.texts("placedTwice", truth.placedTwice().toArray(String[]::new));
        if (!isSummary) {
            json.beginObject("placed");
            truth.placed().forEach((clientId, count) -> json.number(clientId, count));
            json.endObject();
            json.beginArray("open");
            truth.open().forEach(order -> open(json, order));
            json.endArray();
            json.beginArray("fills");
            truth.fills().forEach(fill -> fill(json, fill));
            json.endArray();
        }
        json.beginArray("balances");
        truth.balances().forEach((asset, balance) -> {
            json.beginObject();
            json.text("asset", asset.code());
            json.decimal("free", balance.free());
            json.decimal("locked", balance.locked());
            json.endObject();
        });
        json.endArray();
        json.endObject();
    }

    private static void open(Json json, VenueOrder order) {
        int scale = order.market().instrument().quantityScale();
        json.beginObject();
        json.text("symbol", Symbols.name(order.market()));
        json.number("orderId", order.orderId());
        json.text("clientOrderId", order.clientId());
        json.text("side", order.side().name());
        json.decimal("origQty", order.quantity(), scale);
        json.decimal("executedQty", order.filled(), scale);
        json.endObject();
    }

    private static void fill(Json json, Fill fill) {
        var instrument = fill.market().instrument();
        json.beginObject();
        json.text("symbol", Symbols.name(fill.market()));
        json.number("tradeId", fill.tradeId());
        json.number("orderId", fill.orderId());
        json.text("clientOrderId", fill.clientId());
        json.text("side", fill.side().name());
        json.decimal("price", fill.price(), instrument.priceScale());
        json.decimal("qty", fill.quantity(), instrument.quantityScale());
        json.decimal("quoteQty", fill.quote());
        json.decimal("commission", fill.fee());
        json.text("commissionAsset", fill.feeAsset().code());
        json.bool("isMaker", fill.isMaker());
        json.time("time", fill.timeNs());
        json.endObject();
    }
}
