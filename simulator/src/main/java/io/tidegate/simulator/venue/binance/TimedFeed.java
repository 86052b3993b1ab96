package io.tidegate.simulator.venue.binance;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Market;
import java.util.function.Consumer;

/// The same event again and again: the best levels, the last 24 hours, the average price (fact sheet §5.2).
final class TimedFeed implements Feed {
    private final long everyNs;
    private final Event event;
    private long dueNs;

    /// Writes an event as of that time.
    interface Event {
        void write(Json out, long nowNs);
    }

    TimedFeed(long everyNs, long nowNs, Event event) {
        this.everyNs = everyNs;
        this.event = event;
        dueNs = Feed.next(nowNs, everyNs);
    }

    @Override
    public long poll(long nowNs, Consumer<Answer.Body> out) {
        if (nowNs >= dueNs) {
            out.accept(json -> event.write(json, nowNs));
            dueNs = Feed.next(nowNs, everyNs);
        }
        return dueNs;
    }

    static Event partialDepth(Market market, int levels) {
        return (out, _) -> {
            out.beginObject();
            out.number("lastUpdateId", market.bookVersion());
            MarketCalls.levels(out, "bids", market, Side.BUY, levels);
            MarketCalls.levels(out, "asks", market, Side.SELL, levels);
            out.endObject();
        };
    }

    static Event averagePrice(Market market) {
        return (out, nowNs) -> {
            out.beginObject();
            out.text("e", "avgPrice");
            out.time("E", nowNs);
            out.text("s", Symbols.name(market));
            out.text("i", "5m");
            out.text("w", DayStatistics.averageOfMinutes(market, nowNs, 5));
            out.time(
                    "T",
                    market.prints().isEmpty() ? 0 : market.prints().getLast().timeNs());
            out.endObject();
        };
    }

    static Event miniTicker(Market market) {
        return (out, nowNs) -> {
            var day = DayStatistics.of(market, nowNs);
            int priceScale = market.instrument().priceScale();
            out.beginObject();
            out.text("e", "24hrMiniTicker");
            out.time("E", nowNs);
            out.text("s", Symbols.name(market));
            out.decimal("c", day.last(), priceScale);
            out.decimal("o", day.open(), priceScale);
            out.decimal("h", day.high(), priceScale);
            out.decimal("l", day.low(), priceScale);
            out.decimal("v", day.quantity(), market.instrument().quantityScale());
            out.decimal("q", day.quote());
            out.endObject();
        };
    }

    static Event allMiniTickers(Iterable<Market> markets) {
        return (out, nowNs) -> {
            out.beginArray();
            markets.forEach(market -> miniTicker(market).write(out, nowNs));
            out.endArray();
        };
    }

    static Event ticker(Market market) {
        return (out, nowNs) -> {
            var day = DayStatistics.of(market, nowNs);
            int priceScale = market.instrument().priceScale();
            int quantityScale = market.instrument().quantityScale();
            out.beginObject();
            out.text("e", "24hrTicker");
            out.time("E", nowNs);
            out.text("s", Symbols.name(market));
            out.decimal("p", day.last() - day.open(), priceScale);
            out.text("P", day.changePercent());
            out.text("w", day.averagePrice());
            out.decimal("x", day.open(), priceScale);
            out.decimal("c", day.last(), priceScale);
            out.decimal("Q", day.lastQuantity(), quantityScale);
            best(out, "b", "B", market, Side.BUY);
            best(out, "a", "A", market, Side.SELL);
            out.decimal("o", day.open(), priceScale);
            out.decimal("h", day.high(), priceScale);
            out.decimal("l", day.low(), priceScale);
            out.decimal("v", day.quantity(), quantityScale);
            out.decimal("q", day.quote());
            out.time("O", day.sinceNs());
            out.time("C", nowNs);
            out.number("F", day.firstTradeId());
            out.number("L", day.lastTradeId());
            out.number("n", day.count());
            out.endObject();
        };
    }

    private static void best(Json out, String price, String quantity, Market market, Side side) {
        var levels = market.levels(side, 1);
        boolean isEmpty = levels.isEmpty();
        out.decimal(
                price,
                isEmpty ? 0 : levels.getFirst().price(),
                market.instrument().priceScale());
        out.decimal(
                quantity,
                isEmpty ? 0 : levels.getFirst().quantity(),
                market.instrument().quantityScale());
    }
}
