package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Bar;
import io.tidegate.simulator.venue.Market;
import java.util.List;
import java.util.function.BiConsumer;

/// Tickers, average price and bars, all from the trades that happened (fact sheet §5.2).
final class TickerCalls {
    private final Symbols symbols;

    TickerCalls(Symbols symbols) {
        this.symbols = symbols;
    }

    Answer bookTicker(Call call) {
        return each(call, (out, market) -> {
            out.text("symbol", Symbols.name(market));
            best(out, market);
        });
    }

    Answer priceTicker(Call call) {
        return each(call, (out, market) -> {
            out.text("symbol", Symbols.name(market));
            price(out, "price", market, market.lastPrice());
        });
    }

    Answer dayTicker(Call call) {
        call.parameters().text("type");
        return each(call, (out, market) -> day(out, market, call.nowNs()));
    }

    /// One object for one symbol, an array for several or all.
    private Answer each(Call call, BiConsumer<Json, Market> fields) {
        boolean isOne = call.parameters().has("symbol");
        var markets = symbols.chosen(call.parameters());
        return MarketCalls.answer(call.parameters(), out -> {
            if (!isOne) {
                out.beginArray();
            }
            for (Market market : markets) {
                out.beginObject();
                fields.accept(out, market);
                out.endObject();
            }
            if (!isOne) {
                out.endArray();
            }
        });
    }

    private static void day(Json out, Market market, long nowNs) {
        var day = DayStatistics.of(market, nowNs);
        out.text("symbol", Symbols.name(market));
        price(out, "priceChange", market, day.last() - day.open());
        out.text("priceChangePercent", day.changePercent());
        out.text("weightedAvgPrice", day.averagePrice());
        price(out, "prevClosePrice", market, day.open());
        price(out, "lastPrice", market, day.last());
        out.decimal("lastQty", day.lastQuantity(), market.instrument().quantityScale());
        best(out, market);
        price(out, "openPrice", market, day.open());
        price(out, "highPrice", market, day.high());
        price(out, "lowPrice", market, day.low());
        out.decimal("volume", day.quantity(), market.instrument().quantityScale());
        out.decimal("quoteVolume", day.quote());
        out.time("openTime", day.sinceNs());
        out.time("closeTime", nowNs);
        out.number("firstId", day.firstTradeId());
        out.number("lastId", day.lastTradeId());
        out.number("count", day.count());
    }

    Answer averagePrice(Call call) {
        var market = symbols.mandatory(call.parameters());
        return MarketCalls.answer(call.parameters(), out -> {
            out.beginObject();
            out.number("mins", 5);
            out.text("price", DayStatistics.averageOfMinutes(market.orElseThrow(), call.nowNs(), 5));
            out.time("closeTime", call.nowNs());
            out.endObject();
        });
    }

    Answer klines(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        var length = Klines.lengthNs(parameters.mandatory("interval"));
        var startNs = parameters.time("startTime");
        var endNs = parameters.time("endTime");
        int limit = parameters.limit(500, 1_000);
        if (length.isEmpty()) {
            parameters.complain(BinanceError.badInterval());
            return Answer.refused(parameters.problem().orElseThrow());
        }
        long lengthNs = length.getAsLong();
        return MarketCalls.answer(parameters, out -> {
            List<Bar> bars = Klines.joined(market.orElseThrow().bars(), lengthNs).stream()
                    .filter(bar -> bar.openNs() >= startNs.orElse(Long.MIN_VALUE)
                            && bar.openNs() <= endNs.orElse(Long.MAX_VALUE))
                    .toList();
            int first = startNs.isPresent() ? 0 : Math.max(0, bars.size() - limit);
            out.beginArray();
            bars.stream().skip(first).limit(limit).forEach(bar -> kline(out, market.orElseThrow(), bar, lengthNs));
            out.endArray();
        });
    }

    private static void kline(Json out, Market market, Bar bar, long lengthNs) {
        int priceScale = market.instrument().priceScale();
        int quantityScale = market.instrument().quantityScale();
        out.beginArray();
        out.time(bar.openNs());
        out.text(Json.fixed(bar.open(), priceScale));
        out.text(Json.fixed(bar.high(), priceScale));
        out.text(Json.fixed(bar.low(), priceScale));
        out.text(Json.fixed(bar.close(), priceScale));
        out.text(Json.fixed(bar.quantity(), quantityScale));
        out.time(bar.openNs() + lengthNs - 1);
        out.text(Json.fixed(bar.quote()));
        out.number(bar.tradeCount());
        out.text(Json.fixed(bar.takerQuantity(), quantityScale));
        out.text(Json.fixed(bar.takerQuote()));
        out.text("0");
        out.endArray();
    }

    private static void best(Json out, Market market) {
        side(out, "bid", market, Side.BUY);
        side(out, "ask", market, Side.SELL);
    }

    private static void side(Json out, String name, Market market, Side side) {
        var levels = market.levels(side, 1);
        price(
                out,
                name + "Price",
                market,
                levels.isEmpty() ? 0 : levels.getFirst().price());
        out.decimal(
                name + "Qty",
                levels.isEmpty() ? 0 : levels.getFirst().quantity(),
                market.instrument().quantityScale());
    }

    private static void price(Json out, String name, Market market, long price) {
        out.decimal(name, price, market.instrument().priceScale());
    }
}
