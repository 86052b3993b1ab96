package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.matching.PriceLevel;
import io.tidegate.simulator.venue.Aggregate;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.Print;
import java.util.List;
import java.util.OptionalLong;

/// What anybody may ask: time, reference data, book and trades (fact sheet §5, §8).
final class MarketCalls {
    private final Symbols symbols;
    private final Filters filters;
    private final Limits limits;

    MarketCalls(Symbols symbols, Filters filters, Limits limits) {
        this.symbols = symbols;
        this.filters = filters;
        this.limits = limits;
    }

    Answer ping(Call call) {
        return answer(call.parameters(), out -> {
            out.beginObject();
            out.endObject();
        });
    }

    Answer time(Call call) {
        return answer(call.parameters(), out -> {
            out.beginObject();
            out.time("serverTime", call.nowNs());
            out.endObject();
        });
    }

    Answer exchangeInfo(Call call) {
        var parameters = call.parameters();
        var markets = symbols.chosen(parameters);
        parameters.flag("showPermissionSets", true);
        parameters.text("permissions");
        parameters.text("symbolStatus");
        return answer(parameters, out -> {
            out.beginObject();
            out.text("timezone", "UTC");
            out.time("serverTime", call.nowNs());
            out.beginArray("rateLimits");
            limits.writeRules(out);
            out.endArray();
            out.beginArray("exchangeFilters");
            out.endArray();
            out.beginArray("symbols");
            markets.forEach(market -> symbol(out, market));
            out.endArray();
            out.endObject();
        });
    }

    private void symbol(Json out, Market market) {
        out.beginObject();
        out.text("symbol", Symbols.name(market));
        out.text("status", Words.status(market.phase()));
        out.text("baseAsset", market.base().code());
        out.number("baseAssetPrecision", Json.DECIMALS);
        out.text("quoteAsset", market.quote().code());
        out.number("quotePrecision", Json.DECIMALS);
        out.number("quoteAssetPrecision", Json.DECIMALS);
        out.number("baseCommissionPrecision", Json.DECIMALS);
        out.number("quoteCommissionPrecision", Json.DECIMALS);
        out.texts(
                "orderTypes",
                "LIMIT",
                "LIMIT_MAKER",
                "MARKET",
                "STOP_LOSS",
                "STOP_LOSS_LIMIT",
                "TAKE_PROFIT",
                "TAKE_PROFIT_LIMIT");
        for (String flag : List.of(
                "icebergAllowed",
                "ocoAllowed",
                "otoAllowed",
                "allowTrailingStop",
                "cancelReplaceAllowed",
                "amendAllowed")) {
            out.bool(flag, true);
        }
        for (String flag : List.of("opoAllowed", "pegInstructionsAllowed", "isMarginTradingAllowed")) {
            out.bool(flag, false);
        }
        out.bool("quoteOrderQtyMarketAllowed", true);
        out.bool("isSpotTradingAllowed", true);
        filters.write(out, market);
        out.texts("permissions");
        out.beginArray("permissionSets");
        out.beginArray();
        out.text("SPOT");
        out.endArray();
        out.endArray();
        out.text("defaultSelfTradePreventionMode", "NONE");
        out.texts(
                "allowedSelfTradePreventionModes",
                "NONE",
                "EXPIRE_TAKER",
                "EXPIRE_MAKER",
                "EXPIRE_BOTH",
                "DECREMENT",
                "TRANSFER");
        out.endObject();
    }

    Answer depth(Call call) {
        var market = symbols.mandatory(call.parameters());
        int limit = call.parameters().limit(100, 5_000);
        return answer(call.parameters(), out -> {
            out.beginObject();
            out.number("lastUpdateId", market.orElseThrow().bookVersion());
            levels(out, "bids", market.orElseThrow(), Side.BUY, limit);
            levels(out, "asks", market.orElseThrow(), Side.SELL, limit);
            out.endObject();
        });
    }

    static void levels(Json out, String name, Market market, Side side, int limit) {
        out.beginArray(name);
        for (PriceLevel level : market.levels(side, limit)) {
            out.beginArray();
            out.text(Json.fixed(level.price(), market.instrument().priceScale()));
            out.text(Json.fixed(level.quantity(), market.instrument().quantityScale()));
            out.endArray();
        }
        out.endArray();
    }

    Answer trades(Call call) {
        return trades(call, false);
    }

    /// The same from an id on, as far back as is remembered.
    Answer oldTrades(Call call) {
        return trades(call, true);
    }

    private static List<Print> chosen(Market market, OptionalLong fromId, int limit) {
        var prints = market.prints();
        return fromId.isPresent()
                ? prints.stream()
                        .filter(print -> print.tradeId() >= fromId.getAsLong())
                        .limit(limit)
                        .toList()
                : prints.stream().skip(Math.max(0, prints.size() - limit)).toList();
    }

    private Answer trades(Call call, boolean isFromId) {
        var market = symbols.mandatory(call.parameters());
        int limit = call.parameters().limit(500, Market.PRINTS_MAX);
        var fromId = isFromId ? call.parameters().integer("fromId") : OptionalLong.empty();
        return answer(call.parameters(), out -> {
            out.beginArray();
            chosen(market.orElseThrow(), fromId, limit).forEach(print -> trade(out, market.orElseThrow(), print));
            out.endArray();
        });
    }

    /// What each arriving order traded at one price, as one trade.
    Answer aggregateTrades(Call call) {
        var market = symbols.mandatory(call.parameters());
        var fromId = call.parameters().integer("fromId");
        var startNs = call.parameters().time("startTime");
        var endNs = call.parameters().time("endTime");
        int limit = call.parameters().limit(500, Market.PRINTS_MAX);
        return answer(call.parameters(), out -> {
            var aggregates = market.orElseThrow().aggregates().stream()
                    .filter(trade -> trade.id() >= fromId.orElse(0)
                            && trade.timeNs() >= startNs.orElse(Long.MIN_VALUE)
                            && trade.timeNs() <= endNs.orElse(Long.MAX_VALUE))
                    .toList();
            boolean fromOldest = fromId.isPresent() || startNs.isPresent();
            out.beginArray();
            aggregates.stream()
                    .skip(fromOldest ? 0 : Math.max(0, aggregates.size() - limit))
                    .limit(limit)
                    .forEach(trade -> {
                        out.beginObject();
                        aggregate(out, market.orElseThrow(), trade);
                        out.endObject();
                    });
            out.endArray();
        });
    }

    static void aggregate(Json out, Market market, Aggregate trade) {
        out.number("a", trade.id());
        out.decimal("p", trade.price(), market.instrument().priceScale());
        out.decimal("q", trade.quantity(), market.instrument().quantityScale());
        out.number("f", trade.firstTradeId());
        out.number("l", trade.lastTradeId());
        out.time("T", trade.timeNs());
        out.bool("m", trade.buyerIsMaker());
        out.bool("M", true);
    }

    private static void trade(Json out, Market market, Print print) {
        out.beginObject();
        out.number("id", print.tradeId());
        out.decimal("price", print.price(), market.instrument().priceScale());
        out.decimal("qty", print.quantity(), market.instrument().quantityScale());
        out.decimal("quoteQty", print.quote());
        out.time("time", print.timeNs());
        out.bool("isBuyerMaker", print.buyerIsMaker());
        out.bool("isBestMatch", true);
        out.endObject();
    }

    /// The body, unless something is wrong with the parameters; all of them must have been read.
    static Answer answer(Parameters parameters, Answer.Body body) {
        var problem = parameters.problem();
        return problem.isPresent() ? Answer.refused(problem.get()) : Answer.done(body);
    }
}
