package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Amendment;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.Prevented;
import io.tidegate.simulator.venue.VenueOrder;

/// An order in the shapes in which answers carry it; fields in the order of the venue's documents.
final class OrderJson {
    private OrderJson() {}

    /// What looking an order up shows.
    static void status(Json out, VenueOrder order) {
        out.beginObject();
        head(out, order);
        out.text("clientOrderId", order.clientId());
        terms(out, order);
        out.decimal("stopPrice", stopPrice(order), order.market().instrument().priceScale());
        out.decimal(
                "icebergQty",
                order.request().conditions().display(),
                order.market().instrument().quantityScale());
        out.time("time", order.createdNs());
        out.time("updateTime", order.updatedNs());
        out.bool("isWorking", order.workingNs().isPresent());
        workingTime(out, order);
        conditions(out, order);
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
            waiting(out, order);
            workingTime(out, order);
            conditions(out, order);
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
        out.number("orderListId", listId(order));
        out.text("clientOrderId", cancelId);
        out.time("transactTime", order.updatedNs());
        terms(out, order);
        waiting(out, order);
        conditions(out, order);
        tail(out, order);
        out.endObject();
    }

    /// What making it smaller shows of it.
    static void amended(Json out, VenueOrder order, String oldClientId) {
        var instrument = order.market().instrument();
        out.beginObject();
        head(out, order);
        out.text("origClientOrderId", oldClientId);
        out.text("clientOrderId", order.clientId());
        out.decimal("price", order.request().price(), instrument.priceScale());
        out.decimal("qty", order.quantity(), instrument.quantityScale());
        out.decimal("executedQty", order.filled(), instrument.quantityScale());
        out.decimal("preventedQty", order.prevented(), instrument.quantityScale());
        out.decimal("quoteOrderQty", order.request().quote());
        out.decimal("cumulativeQuoteQty", order.filledQuote());
        kind(out, order);
        waiting(out, order);
        if (order.workingNs().isPresent()) {
            workingTime(out, order);
        }
        conditions(out, order);
        tail(out, order);
        out.endObject();
    }

    /// One time that it was made smaller.
    static void amendment(Json out, VenueOrder order, Amendment amendment) {
        int scale = order.market().instrument().quantityScale();
        out.beginObject();
        out.text("symbol", Symbols.name(order.market()));
        out.number("orderId", order.orderId());
        out.number("executionId", amendment.executionId());
        out.text("origClientOrderId", amendment.oldClientId());
        out.text("newClientOrderId", amendment.newClientId());
        out.decimal("origQty", amendment.oldQuantity(), scale);
        out.decimal("newQty", amendment.newQuantity(), scale);
        out.time("time", amendment.timeNs());
        out.endObject();
    }

    /// One of the account's trades.
    static void trade(Json out, Fill fill, long listId) {
        var instrument = fill.market().instrument();
        out.beginObject();
        out.text("symbol", Symbols.name(fill.market()));
        out.number("id", fill.tradeId());
        out.number("orderId", fill.orderId());
        out.number("orderListId", listId);
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

    /// One time that the account met itself.
    static void prevented(Json out, Prevented match) {
        var market = match.taker().market();
        int scale = market.instrument().quantityScale();
        out.beginObject();
        out.text("symbol", Symbols.name(market));
        out.number("preventedMatchId", match.id());
        out.number("takerOrderId", match.taker().orderId());
        out.text("makerSymbol", Symbols.name(market));
        out.number("makerOrderId", match.maker().orderId());
        out.number("tradeGroupId", match.taker().account().id());
        out.text("selfTradePreventionMode", match.prevention().name());
        out.decimal("price", match.price(), market.instrument().priceScale());
        if (match.takerQuantity() > 0) {
            out.decimal("takerPreventedQuantity", match.takerQuantity(), scale);
        }
        if (match.makerQuantity() > 0) {
            out.decimal("makerPreventedQuantity", match.makerQuantity(), scale);
        }
        out.time("transactTime", match.timeNs());
        out.endObject();
    }

    /// -1 for an order of no list.
    static long listId(VenueOrder order) {
        return order.list().map(list -> list.id()).orElse(-1L);
    }

    static long stopPrice(VenueOrder order) {
        return order.trigger().map(trigger -> trigger.stopPrice()).orElse(0L);
    }

    private static void head(Json out, VenueOrder order) {
        out.text("symbol", Symbols.name(order.market()));
        out.number("orderId", order.orderId());
        out.number("orderListId", listId(order));
    }

    private static void terms(Json out, VenueOrder order) {
        var instrument = order.market().instrument();
        out.decimal("price", order.request().price(), instrument.priceScale());
        out.decimal("origQty", order.quantity(), instrument.quantityScale());
        out.decimal("executedQty", order.filled(), instrument.quantityScale());
        out.decimal("origQuoteOrderQty", order.request().quote());
        out.decimal("cummulativeQuoteQty", order.filledQuote());
        kind(out, order);
    }

    private static void kind(Json out, VenueOrder order) {
        out.text("status", Words.status(order.state()));
        out.text("timeInForce", Words.timeInForce(order));
        out.text("type", Words.type(order));
        out.text("side", order.side().name());
    }

    private static void workingTime(Json out, VenueOrder order) {
        if (order.workingNs().isPresent()) {
            out.time("workingTime", order.workingNs().getAsLong());
        } else {
            out.number("workingTime", -1);
        }
    }

    /// Stop and iceberg, where an order has them.
    private static void waiting(Json out, VenueOrder order) {
        if (stopPrice(order) != 0) {
            out.decimal(
                    "stopPrice", stopPrice(order), order.market().instrument().priceScale());
        }
        if (order.request().conditions().display() != 0) {
            out.decimal(
                    "icebergQty",
                    order.request().conditions().display(),
                    order.market().instrument().quantityScale());
        }
    }

    private static void conditions(Json out, VenueOrder order) {
        var conditions = order.request().conditions();
        conditions.trigger().filter(trigger -> trigger.isTrailing()).ifPresent(trigger -> {
            out.number("trailingDelta", trigger.trailingBps());
            out.time("trailingTime", order.createdNs());
        });
        conditions.strategyId().ifPresent(id -> out.number("strategyId", id));
        conditions.strategyType().ifPresent(type -> out.number("strategyType", type));
        order.lastPrevented().ifPresent(match -> {
            out.number("preventedMatchId", match.id());
            out.decimal(
                    "preventedQuantity",
                    order.prevented(),
                    order.market().instrument().quantityScale());
        });
    }

    private static void tail(Json out, VenueOrder order) {
        out.text(
                "selfTradePreventionMode",
                order.request().conditions().prevention().name());
        Words.expiryReason(order).ifPresent(reason -> out.text("expiryReason", reason));
    }

    /// How much the answer to a placement tells.
    enum ResponseType {
        ACK,
        RESULT,
        FULL
    }
}
