package io.tidegate.simulator.venue.binance;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Bar;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.Print;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Tickers, average price and bars, all from the trades that happened (fact sheet §5.2).
final class TickerCalls {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 24 * 60 * MINUTE_NS;
    private static final Map<String, Integer> MINUTES = new TreeMap<>(Map.ofEntries(
            Map.entry("1m", 1),
            Map.entry("3m", 3),
            Map.entry("5m", 5),
            Map.entry("15m", 15),
            Map.entry("30m", 30),
            Map.entry("1h", 60),
            Map.entry("2h", 120),
            Map.entry("4h", 240),
            Map.entry("6h", 360),
            Map.entry("8h", 480),
            Map.entry("12h", 720),
            Map.entry("1d", 1_440)));

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
        long sinceNs = nowNs - DAY_NS;
        List<Bar> bars = market.bars().stream()
                .filter(bar -> bar.openNs() + MINUTE_NS > sinceNs)
                .toList();
        long last = market.lastPrice();
        long open = bars.isEmpty() ? last : bars.getFirst().open();
        long count = bars.stream().mapToLong(Bar::tradeCount).sum();
        long quantity = bars.stream().mapToLong(Bar::quantity).sum();
        Amount quote = bars.stream().map(Bar::quote).reduce(Amount.ZERO, Amount::plus);
        long lastId = market.prints().isEmpty() ? -1 : market.prints().getLast().tradeId();
        out.text("symbol", Symbols.name(market));
        price(out, "priceChange", market, last - open);
        out.text(
                "priceChangePercent",
                BigDecimal.valueOf(last - open)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(open), 3, RoundingMode.HALF_UP)
                        .toPlainString());
        out.text("weightedAvgPrice", average(market, quantity, quote));
        price(out, "prevClosePrice", market, open);
        price(out, "lastPrice", market, last);
        long lastQuantity =
                market.prints().isEmpty() ? 0 : market.prints().getLast().quantity();
        out.decimal("lastQty", lastQuantity, market.instrument().quantityScale());
        best(out, market);
        price(out, "openPrice", market, open);
        price(out, "highPrice", market, bars.stream().mapToLong(Bar::high).max().orElse(last));
        price(out, "lowPrice", market, bars.stream().mapToLong(Bar::low).min().orElse(last));
        out.decimal("volume", quantity, market.instrument().quantityScale());
        out.decimal("quoteVolume", quote);
        out.time("openTime", sinceNs);
        out.time("closeTime", nowNs);
        out.number("firstId", count == 0 ? -1 : lastId - count + 1);
        out.number("lastId", count == 0 ? -1 : lastId);
        out.number("count", count);
    }

    Answer averagePrice(Call call) {
        var market = symbols.mandatory(call.parameters());
        return MarketCalls.answer(call.parameters(), out -> {
            long sinceNs = call.nowNs() - 5 * MINUTE_NS;
            List<Print> prints = market.orElseThrow().prints().stream()
                    .filter(print -> print.timeNs() >= sinceNs)
                    .toList();
            out.beginObject();
            out.number("mins", 5);
            out.text(
                    "price",
                    average(
                            market.orElseThrow(),
                            prints.stream().mapToLong(Print::quantity).sum(),
                            prints.stream().map(Print::quote).reduce(Amount.ZERO, Amount::plus)));
            out.time("closeTime", call.nowNs());
            out.endObject();
        });
    }

    Answer klines(Call call) {
        var parameters = call.parameters();
        var market = symbols.mandatory(parameters);
        Integer minutes = MINUTES.get(parameters.mandatory("interval"));
        var startNs = parameters.time("startTime");
        var endNs = parameters.time("endTime");
        int limit = parameters.limit(500, 1_000);
        if (minutes == null) {
            parameters.complain(BinanceError.badInterval());
            return Answer.refused(parameters.problem().orElseThrow());
        }
        long lengthNs = minutes * MINUTE_NS;
        return MarketCalls.answer(parameters, out -> {
            List<Bar> bars = joined(market.orElseThrow().bars(), lengthNs).stream()
                    .filter(bar -> bar.openNs() >= startNs.orElse(Long.MIN_VALUE)
                            && bar.openNs() <= endNs.orElse(Long.MAX_VALUE))
                    .toList();
            int first = startNs.isPresent() ? 0 : Math.max(0, bars.size() - limit);
            out.beginArray();
            bars.stream().skip(first).limit(limit).forEach(bar -> kline(out, market.orElseThrow(), bar, lengthNs));
            out.endArray();
        });
    }

    /// One-minute bars as bars of that length.
    private static List<Bar> joined(List<Bar> bars, long lengthNs) {
        var joined = new ArrayList<Bar>();
        for (Bar bar : bars) {
            long openNs = bar.openNs() - Math.floorMod(bar.openNs(), lengthNs);
            if (joined.isEmpty() || joined.getLast().openNs() != openNs) {
                joined.add(bar.openingAt(openNs));
            } else {
                joined.set(joined.size() - 1, joined.getLast().followedBy(bar));
            }
        }
        return joined;
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

    /// Quote by base; the last price where nothing was traded.
    private static String average(Market market, long quantity, Amount quote) {
        if (quantity == 0) {
            return Json.fixed(market.lastPrice(), market.instrument().priceScale());
        }
        return quote.decimal()
                .divide(BigDecimal.valueOf(quantity, market.instrument().quantityScale()), MathContext.DECIMAL64)
                .setScale(Json.DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }
}
