package io.tidegate.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.matching.PriceLevel;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.OrderState;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import io.tidegate.simulator.venue.VenueSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayedMarketTest {
    private static final String SNAPSHOT =
            "{\"request\":\"GET /api/v3/depth?symbol=BTCUSDT&limit=5000\",\"answer\":{\"lastUpdateId\":10,"
                    + "\"bids\":[[\"60000.00\",\"5\"],[\"59999.00\",\"7\"]],\"asks\":[[\"60001.00\",\"5\"]]}}";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anOrderWaitsBehindWhatWasThereAndIsFilledWhenThatHasTraded() throws Exception {
        var played = play(
                SNAPSHOT,
                difference(11, "[\"60000.00\",\"8\"]", ""),
                trade("60000.00", "4", true),
                difference(12, "[\"60000.00\",\"2\"]", ""),
                trade("60000.00", "2", true));
        played.tick(0);
        var mine = played.buys("60000", "1");
        played.tick(1); // three more queue behind
        played.tick(2); // four of the five in front have traded
        assertThat(mine.filled()).isZero();
        played.tick(3); // those behind leave: no place is won by that
        assertThat(mine.filled()).isZero();
        played.tick(4);
        assertThat(mine.state()).isEqualTo(OrderState.FILLED);
        assertThat(played.market.quantityAt(Side.BUY, played.price("60000"))).isEqualTo(played.quantity("2"));
    }

    @Test
    void whoImprovesTheBestPriceTradesFirst() throws Exception {
        var played = play(SNAPSHOT, trade("60000.00", "0.4", true));
        played.tick(0);
        var mine = played.buys("60000.5", "1");
        played.tick(1);
        assertThat(mine.filled()).isEqualTo(played.quantity("0.4"));
    }

    @Test
    void whenTheMarketCrossesAnOrderItIsFilled() throws Exception {
        var played =
                play(SNAPSHOT, difference(11, "[\"60000.00\",\"0\"]", "[\"59999.50\",\"3\"],[\"60001.00\",\"0\"]"));
        played.tick(0);
        var mine = played.buys("60000", "1");
        played.tick(1);
        assertThat(mine.state()).isEqualTo(OrderState.FILLED);
        assertThat(played.market.levels(Side.SELL, 5))
                .containsExactly(new PriceLevel(played.price("59999.5"), played.quantity("2"), 1));
    }

    @Test
    void aFolderWithoutARecordingIsRefused() throws Exception {
        assertThatThrownBy(() -> ReplayedMarket.listings(folder)).hasMessageContaining("no recording of a spot market");
        write("this is none");
        assertThatThrownBy(() -> ReplayedMarket.listings(folder)).hasMessageContaining("recording.jsonl.gz:1");
    }

    /// The recording is read where it lies: `tidegate.shared` names the folder that holds `data/binance`, by default
    /// the sibling `shared` of the project's root.
    @Test
    void afterEveryDifferenceTheBookIsTheRecordedOne() throws Exception {
        Path shared = Path.of(
                System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"));
        Path data = shared.resolve("data/binance").normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(data), "SKIPPED: no recording at " + data + "; say where with -Dtidegate.shared=…");
        Path one = Files.copy(
                data.resolve("spot-btcusdt-20240808-09.jsonl.gz"), folder.resolve("spot-btcusdt-20240808-09.jsonl.gz"));
        var played = new Played(folder, 1);
        var plain = new PlainBook();
        int compared = 0;
        long trades = 0;
        long aheadId = 0;
        long firstNs = -1;
        try (var file = new RecordedFile(one)) {
            for (var next = file.next(); next.isPresent() && plain.differences < 3_000; next = file.next()) {
                Recorded message = next.get();
                firstNs = firstNs < 0 ? message.receivedNs() : firstNs;
                played.venue.tick(message.receivedNs() - firstNs);
                plain.apply(message);
                trades += message.kind() == Recorded.Kind.TRADE && plain.isReady ? 1 : 0;
                aheadId = message.kind() == Recorded.Kind.BEST
                        ? message.data().get("u").asLong()
                        : aheadId;
                if (message.kind() == Recorded.Kind.DIFFERENCE && plain.isWhole() && aheadId <= plain.appliedId) {
                    compared++;
                    for (Side side : Side.values()) {
                        assertThat(levels(played.market, side)).isEqualTo(plain.levels(side));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
        assertThat(played.market.prints()).hasSize(Market.PRINTS_MAX);
        assertThat(trades).isGreaterThan(5_000);
    }

    private static List<String> levels(Market market, Side side) {
        return market.levels(side, 20).stream()
                .map(level -> level.price() + " " + level.quantity())
                .toList();
    }

    /// Snapshot and differences alone, said plainly.
    private static final class PlainBook {
        private final Map<Side, TreeMap<Long, Long>> sides = Map.of(
                Side.BUY, new TreeMap<>(Comparator.reverseOrder()),
                Side.SELL, new TreeMap<>());
        boolean isReady;
        long appliedId;
        int differences;

        void apply(Recorded message) {
            if (message.kind() == Recorded.Kind.SNAPSHOT) {
                isReady = true;
                appliedId = message.data().get("lastUpdateId").asLong();
                put(Side.BUY, message.data().get("bids"));
                put(Side.SELL, message.data().get("asks"));
            } else if (message.kind() == Recorded.Kind.DIFFERENCE
                    && isReady
                    && message.data().get("u").asLong() > appliedId) {
                appliedId = message.data().get("u").asLong();
                differences++;
                put(Side.BUY, message.data().get("b"));
                put(Side.SELL, message.data().get("a"));
            }
        }

        /// Whether it is there and not crossed, which recorded books are now and then for a moment.
        boolean isWhole() {
            return isReady && side(Side.BUY).firstKey() < side(Side.SELL).firstKey();
        }

        private void put(Side side, JsonNode levels) {
            for (JsonNode level : levels) {
                long price = scaled(level.get(0));
                long quantity = scaled(level.get(1));
                if (quantity == 0) {
                    side(side).remove(price);
                } else {
                    side(side).put(price, quantity);
                }
            }
        }

        private static long scaled(JsonNode text) {
            return new BigDecimal(text.asString()).movePointRight(8).longValueExact();
        }

        private NavigableMap<Long, Long> side(Side side) {
            return Objects.requireNonNull(sides.get(side));
        }

        List<String> levels(Side side) {
            return side(side).entrySet().stream()
                    .limit(20)
                    .map(level -> level.getKey() + " " + level.getValue())
                    .toList();
        }
    }

    /// A venue whose market is a recording, one message a nanosecond.
    private static final class Played {
        final SimulatedVenue venue;
        final Market market;
        private final ReplayedMarket replayed;

        Played(Path folder, double speed) throws IOException {
            venue = new SimulatedVenue(VenueSettings.usual().withListings(ReplayedMarket.listings(folder)));
            replayed = ReplayedMarket.admit(venue, folder, speed);
            market = venue.market("BTC/USDT").orElseThrow();
            venue.open("alice", new Credentials("alicekey", "s"));
        }

        void tick(long nowNs) {
            venue.tick(nowNs);
            assertThat(replayed.playedCount()).isEqualTo(nowNs + 1);
        }

        long price(String text) {
            return market.instrument().price(text);
        }

        long quantity(String text) {
            return market.instrument().quantity(text);
        }

        VenueOrder buys(String price, String quantity) {
            var alice = venue.ledger().byApiKey("alicekey").orElseThrow();
            var request = OrderRequest.limit("mine", Side.BUY, TimeInForce.GTC, price(price), quantity(quantity));
            return ((Placed.Accepted) venue.place(alice, market, request, 0)).order();
        }
    }

    private Played play(String... messages) throws IOException {
        write(messages);
        return new Played(folder, 1);
    }

    private void write(String... messages) throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < messages.length; i++) {
            lines.add(messages[i].startsWith("{") ? i + " " + messages[i] : messages[i].replace(' ', '_'));
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("recording.jsonl.gz")))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String difference(long id, String bids, String asks) {
        return "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":" + id
                + ",\"u\":" + id + ",\"b\":[" + bids + "],\"a\":[" + asks + "]}}";
    }

    private static String trade(String price, String quantity, boolean buyerIsMaker) {
        return "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"" + price
                + "\",\"q\":\"" + quantity + "\",\"m\":" + buyerIsMaker + "}}";
    }
}
