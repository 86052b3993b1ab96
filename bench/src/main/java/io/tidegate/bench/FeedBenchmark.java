package io.tidegate.bench;

import io.tidegate.market.book.Condition;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.market.sync.Step;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.model.number.Decimals;
import io.tidegate.venues.binance.market.MarketData;
import io.tidegate.venues.binance.market.MarketSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A message of a venue's stream, as it came from the socket, until the book shows it: sequence checked, every level
/// set.
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class FeedBenchmark {
    private static final int BYTES_IN_ALL = 8 << 20;

    /// Levels in a message.
    @Param({"1", "64"})
    private int levels = 1;

    private MarketFlow flow = MarketFlow.ofLevels();
    private int messages;
    private int next;
    private MarketData data = data();
    private UnsafeBuffer snapshot = new UnsafeBuffer(0, 0);
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final JsonMapper mapper = new JsonMapper();
    private final JsonFactory factory = new JsonFactory();
    private long lastId;

    private static MarketData data() {
        return new MarketData(
                MarketSymbols.of(List.of(MarketFlow.INSTRUMENT)),
                DepthRule.FUTURES,
                List.of(VenueInstrument.of(MarketFlow.INSTRUMENT)));
    }

    /// Eight megabytes of messages, so that they are not all at hand in the processor's nearest cache.
    @Setup(Level.Trial)
    public void begin() {
        messages = BYTES_IN_ALL / (205 + 32 * levels);
        flow = MarketFlow.ofMessages(messages, levels);
        snapshot = flow.snapshotMessage();
        data = data();
        System.err.println(levels + " levels: " + flow.message(0).capacity() + " bytes");
    }

    /// Ours. Each time that the messages are used up the book begins anew from its snapshot, which is counted in.
    @Benchmark
    public Object tidegate() {
        if (next == 0) {
            data.restart(0, Condition.NOT_BUILT);
        }
        UnsafeBuffer message = flow.message(next);
        data.frame(message, 0, message.capacity(), next);
        if (next == 0) {
            data.snapshot(0, snapshot, 0, snapshot.capacity(), next);
        }
        next = next + 1 == messages ? 0 : next + 1;
        if (data.step() != Step.APPLIED) {
            throw new IllegalStateException("not applied: " + data.step() + " " + data.problem());
        }
        return data;
    }

    /// Jackson's stream of tokens into sorted maps; no check of the sequence but that it rises.
    @Benchmark
    public Object jacksonStream() throws Exception {
        byte[] bytes = taken();
        try (JsonParser parser = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), bytes)) {
            String field = "";
            boolean isBid = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    field = parser.currentName();
                } else if (token == JsonToken.VALUE_NUMBER_INT && field.equals("u")) {
                    lastId = Math.max(lastId, parser.getLongValue());
                } else if (token == JsonToken.START_ARRAY
                        && parser.streamReadContext().getParent().inObject()) {
                    isBid = field.equals("b");
                } else if (token == JsonToken.VALUE_STRING
                        && parser.streamReadContext().inArray()) {
                    long price = Decimals.parse(parser.getString(), 2);
                    parser.nextToken();
                    set(isBid, price, Decimals.parse(parser.getString(), 8));
                }
            }
        }
        return bids;
    }

    /// Jackson's tree into sorted maps.
    @Benchmark
    public Object jacksonTree() {
        JsonNode depth = mapper.readTree(taken()).get("data");
        lastId = Math.max(lastId, depth.get("u").asLong());
        for (JsonNode row : depth.get("b")) {
            set(
                    true,
                    Decimals.parse(row.get(0).asString(), 2),
                    Decimals.parse(row.get(1).asString(), 8));
        }
        for (JsonNode row : depth.get("a")) {
            set(
                    false,
                    Decimals.parse(row.get(0).asString(), 2),
                    Decimals.parse(row.get(1).asString(), 8));
        }
        return asks;
    }

    private byte[] taken() {
        byte[] bytes = flow.message(next).byteArray();
        next = next + 1 == messages ? 0 : next + 1;
        return bytes;
    }

    private void set(boolean isBid, long price, long quantity) {
        var side = isBid ? bids : asks;
        if (quantity == 0) {
            side.remove(price);
        } else {
            side.put(price, quantity);
        }
    }
}
