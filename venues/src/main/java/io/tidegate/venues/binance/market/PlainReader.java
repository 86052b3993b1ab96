package io.tidegate.venues.binance.market;

import io.tidegate.market.book.Levels;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Decimals;
import io.tidegate.model.order.Side;
import io.tidegate.venues.binance.market.MarketMessage.Kind;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads any message of the market streams, by a strict JSON parser: slow, complete, and able to say what is wrong.
/// What
/// [FastReader] does not understand comes here, which is rare. Fields that nobody needs are ignored. One thread.
final class PlainReader {
    private static final long ID_MAX = 999_999_999_999_999_999L;
    static final long YEAR_2100_MS = 4_102_444_800_000L;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MarketReader.BYTES_MAX)
                            .maxStringLength(10_000)
                            .maxNameLength(200)
                            .maxNestingDepth(20)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final MarketSymbols symbols;
    private final DepthRule rule;

    PlainReader(MarketSymbols symbols, DepthRule rule) {
        this.symbols = symbols;
        this.rule = rule;
    }

    /// @throws Unreadable when it is no JSON, or not as documented
    void read(byte[] bytes, int length, MarketMessage to) {
        JsonNode root = object(parse(bytes, length), "message");
        if (root.has("stream")) {
            text(root, "message", "stream");
            event(object(root.path("data"), "data"), "data", to);
        } else if (root.has("lastUpdateId")) {
            throw new Unreadable("message", "an event", "a snapshot, which only REST answers");
        } else if (root.has("id") && !root.has("e")) {
            answer(root, to);
        } else if (root.has("error") || (root.has("code") && root.has("msg"))) {
            answer(root, to);
        } else {
            event(root, "message", to);
        }
    }

    /// @throws Unreadable as above
    void readSnapshot(byte[] bytes, int length, int index, MarketMessage to) {
        JsonNode root = object(parse(bytes, length), "snapshot");
        Instrument instrument = symbols.instrument(index);
        to.kind = Kind.SNAPSHOT;
        to.index = index;
        to.lastId = id(root, "snapshot", "lastUpdateId");
        to.levels.clear();
        levels(root, "snapshot", "bids", Side.BUY, instrument, to.levels);
        levels(root, "snapshot", "asks", Side.SELL, instrument, to.levels);
    }

    private static JsonNode parse(byte[] bytes, int length) {
        try {
            return MAPPER.readTree(bytes, 0, length);
        } catch (JacksonException notJson) {
            throw new Unreadable("message", "JSON", notJson.getOriginalMessage());
        }
    }

    private static void answer(JsonNode root, MarketMessage to) {
        JsonNode id = root.path("id");
        to.requestId = id.isIntegralNumber() && id.canConvertToLong() ? id.longValue() : 0;
        JsonNode error = root.has("error") ? root.path("error") : root;
        if (error.has("code") || error.has("msg")) {
            to.kind = Kind.REFUSED;
            to.refusal =
                    error.path("code").asString("") + " " + error.path("msg").asString("");
        } else {
            to.kind = Kind.DONE;
        }
    }

    private void event(JsonNode data, String where, MarketMessage to) {
        to.index = MarketMessage.NONE;
        to.previousId = 0;
        String event = data.has("e") ? text(data, where, "e") : "bookTicker";
        if (event.equals("serverShutdown")) {
            to.kind = Kind.SHUTDOWN;
            return;
        }
        boolean isOurs = event.equals("depthUpdate") || event.equals("trade") || event.equals("bookTicker");
        Optional<Integer> index = isOurs ? symbols.find(text(data, where, "s")) : Optional.empty();
        if (index.isEmpty()) {
            to.kind = Kind.OTHER;
            return;
        }
        to.index = index.get();
        Instrument instrument = symbols.instrument(to.index);
        switch (event) {
            case "depthUpdate" -> difference(data, where, instrument, to);
            case "trade" -> trade(data, where, instrument, to);
            default -> quote(data, where, instrument, to);
        }
    }

    private void difference(JsonNode data, String where, Instrument instrument, MarketMessage to) {
        to.kind = Kind.DIFFERENCE;
        to.firstId = id(data, where, "U");
        to.lastId = id(data, where, "u");
        if (rule == DepthRule.FUTURES || data.has("pu")) {
            to.previousId = id(data, where, "pu");
        }
        to.levels.clear();
        levels(data, where, "b", Side.BUY, instrument, to.levels);
        levels(data, where, "a", Side.SELL, instrument, to.levels);
    }

    private static void trade(JsonNode data, String where, Instrument instrument, MarketMessage to) {
        to.tradeId = id(data, where, "t");
        to.tradeMs = number(data, where, "T", YEAR_2100_MS);
        to.price = decimal(data.path("p"), where + ".p", instrument.priceScale(), 0);
        to.quantity = decimal(data.path("q"), where + ".q", instrument.quantityScale(), 0);
        JsonNode maker = data.path("m");
        if (!maker.isBoolean()) {
            throw new Unreadable(where + ".m", "true or false", shown(maker));
        }
        to.isBuyerMaker = maker.booleanValue();
        // On futures a liquidation against the insurance fund is told as a trade of nothing.
        to.kind = to.price > 0 && to.quantity > 0 ? Kind.TRADE : Kind.OTHER;
    }

    private static void quote(JsonNode data, String where, Instrument instrument, MarketMessage to) {
        to.kind = Kind.QUOTE;
        to.lastId = id(data, where, "u");
        to.bid = decimal(data.path("b"), where + ".b", instrument.priceScale(), 0);
        to.bidQuantity = decimal(data.path("B"), where + ".B", instrument.quantityScale(), 0);
        to.ask = decimal(data.path("a"), where + ".a", instrument.priceScale(), 0);
        to.askQuantity = decimal(data.path("A"), where + ".A", instrument.quantityScale(), 0);
    }

    private static void levels(JsonNode data, String where, String field, Side side, Instrument instrument, Levels to) {
        JsonNode rows = data.path(field);
        if (!rows.isArray()) {
            throw new Unreadable(where + "." + field, "a list of levels", shown(rows));
        }
        for (int index = 0; index < rows.size(); index++) {
            JsonNode row = rows.get(index);
            String place = where + "." + field + "[" + index + "]";
            if (!row.isArray() || row.size() != 2) {
                throw new Unreadable(place, "price and quantity", shown(row));
            }
            to.add(
                    side,
                    decimal(row.get(0), place + "[0]", instrument.priceScale(), 1),
                    decimal(row.get(1), place + "[1]", instrument.quantityScale(), 0));
        }
    }

    /// A decimal in quotes as a count of 10^−scale.
    private static long decimal(JsonNode node, String where, int scale, long least) {
        String expected = "a decimal of " + (least > 0 ? "more than 0" : "0 or more") + " with at most " + scale
                + " decimals, in quotes";
        if (!node.isString()) {
            throw new Unreadable(where, expected, shown(node));
        }
        try {
            long value = Decimals.parse(node.stringValue(), scale);
            if (value >= least && !node.stringValue().startsWith("-")) {
                return value;
            }
        } catch (NumberFormatException | ArithmeticException notExpressible) {
            throw new Unreadable(where, expected, shown(node));
        }
        throw new Unreadable(where, expected, shown(node));
    }

    private static long id(JsonNode data, String where, String field) {
        return number(data, where, field, ID_MAX);
    }

    private static long number(JsonNode data, String where, String field, long most) {
        JsonNode node = data.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0 || node.longValue() > most) {
            throw new Unreadable(where + "." + field, "a whole number from 0 to " + most, shown(node));
        }
        return node.longValue();
    }

    private static String text(JsonNode data, String where, String field) {
        JsonNode node = data.path(field);
        if (!node.isString()) {
            throw new Unreadable(where + "." + field, "text", shown(node));
        }
        return node.stringValue();
    }

    private static JsonNode object(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new Unreadable(where, "an object", shown(node));
        }
        return node;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
