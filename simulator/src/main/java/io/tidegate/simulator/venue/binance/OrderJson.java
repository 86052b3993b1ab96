package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.OrderKind;
import io.tidegate.simulator.venue.VenueOrder;

/// An order in the shapes in which answers carry it; fields in the order of the venue's documents.
final class OrderJson {
    private static final String ZERO = "0.00000000";

    private OrderJson() {}

    /// What looking an order up shows.
    static void status(Json out, VenueOrder order) {
        out.beginObject();
        head(out, order);
        out.text("clientOrderId", order.clientId());
        terms(out, order);
        out.text("stopPrice", ZERO);
        out.text("icebergQty", ZERO);
        out.time("time", order.createdNs());
        out.time("updateTime", order.updatedNs());
        out.bool("isWorking", true);
        out.time("workingTime", order.createdNs());
        tail(out, order);
        out.endObject();
    }

    /// What placing it shows.
    static void placed(Json out, VenueOrder order, ResponseType type) {
        out.beginObject();
        head(out, order);
        out.text("clientOrderId", order.clientId());
        out.time("transactTime", order.updatedNs());
        if (type != ResponseType.ACK) {
            terms(out, order);
            out.time("workingTime", order.createdNs());
            tail(out, order);
        }
        if (type == ResponseType.FULL) {
            out.beginArray("fills");
            for (Fill fill : order.fills()) {
                out.beginObject();
                out.decimal("price", fill.price(), order.market().instrument().priceScale());
                out.decimal("qty", fill.quantity(), order.market().instrument().quantityScale());
                out.decimal("commission", fill.fee());
                out.text("commissionAsset", fill.feeAsset().code());
                out.number("tradeId", fill.tradeId());
                out.endObject();
            }
            out.endArray();
        }
        out.endObject();
    }

    /// What cancelling it shows.
    static void cancelled(Json out, VenueOrder order, String cancelId) {
        out.beginObject();
        out.text("symbol", Symbols.name(order.market()));
        out.text("origClientOrderId", order.clientId());
        out.number("orderId", order.orderId());
        out.number("orderListId", -1);
        out.text("clientOrderId", cancelId);
        out.time("transactTime", order.updatedNs());
        terms(out, order);
        tail(out, order);
        out.endObject();
    }

    /// One of the account's trades.
    static void trade(Json out, Fill fill) {
        var instrument = fill.market().instrument();
        out.beginObject();
        out.text("symbol", Symbols.name(fill.market()));
        out.number("id", fill.tradeId());
        out.number("orderId", fill.orderId());
        out.number("orderListId", -1);
        out.decimal("price", fill.price(), instrument.priceScale());
        out.decimal("qty", fill.quantity(), instrument.quantityScale());
        out.decimal("quoteQty", fill.quote());
        out.decimal("commission", fill.fee());
        out.text("commissionAsset", fill.feeAsset().code());
        out.time("time", fill.timeNs());
        out.bool("isBuyer", fill.side() == Side.BUY);
        out.bool("isMaker", fill.isMaker());
        out.bool("isBestMatch", true);
        out.endObject();
    }

    private static void head(Json out, VenueOrder order) {
        out.text("symbol", Symbols.name(order.market()));
        out.number("orderId", order.orderId());
        out.number("orderListId", -1);
    }

    private static void terms(Json out, VenueOrder order) {
        var instrument = order.market().instrument();
        out.decimal("price", order.request().price(), instrument.priceScale());
        out.decimal("origQty", order.quantity(), instrument.quantityScale());
        out.decimal("executedQty", order.filled(), instrument.quantityScale());
        out.decimal("origQuoteOrderQty", order.request().quote());
        out.decimal("cummulativeQuoteQty", order.filledQuote());
        out.text("status", Words.status(order.state()));
        out.text("timeInForce", Words.timeInForce(order));
        out.text("type", Words.type(order));
        out.text("side", order.side().name());
    }

    private static void tail(Json out, VenueOrder order) {
        out.text("selfTradePreventionMode", "NONE");
        Words.expiryReason(order).ifPresent(reason -> out.text("expiryReason", reason));
    }

    /// How much the answer to a placement tells.
    enum ResponseType {
        ACK,
        RESULT,
        FULL;

        /// Market and limit orders tell all, others acknowledge only (fact sheet §3.2).
        static ResponseType usual(OrderKind kind) {
            return kind == OrderKind.POST_ONLY ? ACK : FULL;
        }
    }
}
