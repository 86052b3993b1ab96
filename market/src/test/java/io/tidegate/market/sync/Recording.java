package io.tidegate.market.sync;

import io.tidegate.market.book.Levels;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A recorded feed of one instrument: a line per message, `<received, ns since 1970> <JSON as it came>`, gzip.
/// Differences and best quotes stand in the envelope of a combined stream, the snapshot as REST answered it.
record Recording(Path file, Instrument instrument) {
    sealed interface Message {}

    record Difference(long firstId, long lastId, long previousId, Levels levels, long atNs) implements Message {}

    record Snapshot(long lastUpdateId, Levels levels, long atNs) implements Message {}

    /// The venue's own best bid and ask, numbered like the differences.
    record Quote(long id, Best best) implements Message {}

    /// Trades, which say nothing of the book.
    record Other() implements Message {}

    record Best(long bid, long bidQuantity, long ask, long askQuantity) {
        boolean hasPricesOf(Best other) {
            return bid == other.bid && ask == other.ask;
        }
    }

    private static final JsonMapper MAPPER = new JsonMapper();

    void read(Consumer<Message> to) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                to.accept(
                        message(MAPPER.readTree(line.substring(space + 1)), Long.parseLong(line.substring(0, space))));
            }
        }
    }

    private Message message(JsonNode json, long atNs) {
        if (json.has("lastUpdateId")) {
            return new Snapshot(json.get("lastUpdateId").asLong(), levels(json, "bids", "asks"), atNs);
        }
        var stream = json.get("stream").asString();
        var data = json.get("data");
        if (stream.contains("@depth")) {
            return new Difference(
                    data.get("U").asLong(),
                    data.get("u").asLong(),
                    data.has("pu") ? data.get("pu").asLong() : 0,
                    levels(data, "b", "a"),
                    atNs);
        }
        return stream.endsWith("@bookTicker")
                ? new Quote(
                        data.get("u").asLong(),
                        new Best(price(data, "b"), quantity(data, "B"), price(data, "a"), quantity(data, "A")))
                : new Other();
    }

    private long price(JsonNode data, String field) {
        return instrument.price(data.get(field).asString());
    }

    private long quantity(JsonNode data, String field) {
        return instrument.quantity(data.get(field).asString());
    }

    private Levels levels(JsonNode data, String bids, String asks) {
        var levels = new Levels();
        add(levels, Side.BUY, data.get(bids));
        add(levels, Side.SELL, data.get(asks));
        return levels;
    }

    private void add(Levels levels, Side side, JsonNode rows) {
        for (var row : rows) {
            levels.add(
                    side,
                    instrument.price(row.get(0).asString()),
                    instrument.quantity(row.get(1).asString()));
        }
    }
}
