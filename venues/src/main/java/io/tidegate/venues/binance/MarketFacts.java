package io.tidegate.venues.binance;

import io.tidegate.venues.words.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Says payloads of the market in our words, one at a time (binance.md section 5). Pure. Books are not kept
/// from these: that is the market session's work, which reads its bytes faster.
final class MarketFacts {
    private static final String NS = "timeNs";

    private MarketFacts() {}

    /// An answer or a stream's payload without a kind of its own; empty when it is none of the market's.
    ///
    /// @param symbol what the envelope names, "" where it does not
    static Optional<Fact> read(Fields part, String symbol) {
        if (part.has("lastUpdateId") && part.has("bids") && part.has("asks")) {
            return Optional.of(Fact.of("BookSnapshot")
                    .text("symbol", name(part, "symbol", symbol))
                    .levels("bids", levels(part, "bids"))
                    .levels("asks", levels(part, "asks"))
                    .number("sequence", part.id("lastUpdateId")));
        }
        if (part.has("u") && part.has("b") && part.has("B") && part.has("a") && part.has("A")) {
            return Optional.of(
                    top(part, name(part, "s", symbol), "b", "B", "a", "A").number("sequence", part.id("u")));
        }
        if (part.has("bidPrice") && part.has("bidQty") && part.has("askPrice") && part.has("askQty")) {
            return Optional.of(top(part, name(part, "symbol", symbol), "bidPrice", "bidQty", "askPrice", "askQty"));
        }
        if (part.has("isBuyerMaker") && part.has("id")) {
            return Optional.of(Fact.of("Trade")
                    .text("symbol", name(part, "symbol", symbol))
                    .text("tradeId", Long.toString(part.id("id")))
                    .decimal("price", part.decimal("price"))
                    .decimal("quantity", part.decimal("qty"))
                    .text("aggressor", part.flag("isBuyerMaker") ? "SELL" : "BUY")
                    .number(NS, part.timeNs("time")));
        }
        return part.has("a") && part.has("p") && part.has("q") && part.has("T") && part.has("m")
                ? Optional.of(trade(part, "a", symbol))
                : Optional.empty();
    }

    /// An event of a stream; empty for candles and averages, which say nothing of a book or a trade.
    ///
    /// @throws Drift when it is none of the venue's
    static Optional<Fact> event(Fields event, String symbol) {
        return switch (event.text("e")) {
            case "depthUpdate" ->
                Optional.of(Fact.of("BookUpdate")
                        .text("symbol", name(event, "s", symbol))
                        .levels("bids", levels(event, "b"))
                        .levels("asks", levels(event, "a"))
                        .number("firstSequence", event.id("U"))
                        .number("sequence", event.id("u"))
                        .number(NS, event.timeNs("E")));
            case "trade" -> Optional.of(trade(event, "t", symbol));
            case "aggTrade" -> Optional.of(trade(event, "a", symbol));
            case "24hrTicker" ->
                Optional.of(
                        top(event, name(event, "s", symbol), "b", "B", "a", "A").number(NS, event.timeNs("E")));
            case "kline", "24hrMiniTicker", "avgPrice", "referencePrice", "blockTrade" -> Optional.empty();
            default -> throw event.expected("e", "an event of the account or the market");
        };
    }

    private static Fact trade(Fields trade, String id, String symbol) {
        return Fact.of("Trade")
                .text("symbol", name(trade, "s", symbol))
                .text("tradeId", Long.toString(trade.id(id)))
                .decimal("price", trade.decimal("p"))
                .decimal("quantity", trade.decimal("q"))
                .text("aggressor", trade.flag("m") ? "SELL" : "BUY") // m: the buyer is the maker
                .number(NS, trade.timeNs("T"));
    }

    /// The best bid and ask: a book of depth 1.
    private static Fact top(Fields part, String symbol, String bid, String bidSize, String ask, String askSize) {
        return Fact.of("BookSnapshot")
                .text("symbol", symbol)
                .levels("bids", List.of(level(part.decimal(bid), part.decimal(bidSize))))
                .levels("asks", List.of(level(part.decimal(ask), part.decimal(askSize))))
                .number("depth", 1);
    }

    private static List<String> level(BigDecimal price, BigDecimal size) {
        return List.of(price.toPlainString(), size.toPlainString());
    }

    private static List<List<String>> levels(Fields part, String name) {
        JsonNode all = part.node(name);
        if (!all.isArray()) {
            throw part.expected(name, "an array of levels");
        }
        List<List<String>> levels = new ArrayList<>(all.size());
        for (JsonNode one : all) {
            if (!one.isArray() || one.size() < 2) {
                throw part.expected(name, "levels of price and quantity");
            }
            levels.add(level(
                    part.decimal(one.get(0), name + "[" + levels.size() + "][0]"),
                    part.decimal(one.get(1), name + "[" + levels.size() + "][1]")));
        }
        return levels;
    }

    private static String name(Fields part, String field, String symbol) {
        return SymbolNames.ours(part.has(field) ? part.text(field) : symbol.toUpperCase(Locale.ROOT));
    }
}
