package io.tidegate.simulator.venue.binance;

import static io.tidegate.simulator.venue.binance.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.testkit.Laws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The market streams as the venue's fact sheet describes them (§5).
class MarketStreamsTest {
    private final SimulatedVenue venue = new SimulatedVenue(VenueSettings.usual());
    private final Account alice = venue.open("alice", new Credentials("alicekey", "s"));
    private final Account bob = venue.open("bob", new Credentials("bobkey", "s"));
    private final Market btc = venue.market("BTC/USDT").orElseThrow();
    private final BinanceFace face = new BinanceFace(venue, BinanceSettings.usual(), 1);
    private final TestClient client = new TestClient(face, alice.credentials(), BinanceFaceTest.START_NS);

    @Test
    void snapshotAndDifferencesGiveTheBookByTheVenuesRuleAndAgreeWithTheBestPrices() {
        var checked = new AtomicInteger();
        Laws.forAll(100, seed -> {
            var lively = new SimulatedVenue(VenueSettings.usual());
            Crowd.admit(lively, CrowdSettings.usual(), seed.value());
            var watcher = new TestClient(
                    new BinanceFace(lively, BinanceSettings.usual(), seed.value()),
                    new Credentials("k", "s"),
                    BinanceFaceTest.START_NS);
            for (int i = 0; i < 20; i++) {
                step(watcher, seed.longBetween(1, 90_000_000L));
            }
            watcher.connect(1, "/stream?streams=btcusdt@depth@100ms/btcusdt@bookTicker");
            for (int i = 0; i < seed.intBetween(1, 10); i++) {
                step(watcher, seed.longBetween(1, 90_000_000L));
            }
            var book = new FollowedBook(json(watcher.unsigned("/api/v3/depth?symbol=BTCUSDT&limit=5000")));
            for (int i = 0; i < 30; i++) {
                step(watcher, seed.longBetween(1, 90_000_000L));
            }
            watcher.nowNs += 100_000_000L; // a whole period with nobody acting at its end
            watcher.tick();
            checked.addAndGet(book.follow(watcher.frames));
            Market market = lively.market("BTC/USDT").orElseThrow();
            assertThat(book.bids.firstEntry().getKey()).isLessThan(book.asks.firstKey());
            assertThat(book.appliedId).isEqualTo(market.bookVersion());
            assertThat(book.bids).isEqualTo(levels(market, Side.BUY));
            assertThat(book.asks).isEqualTo(levels(market, Side.SELL));
        });
        assertThat(checked.get()).as("comparisons with the book ticker").isGreaterThan(500);
    }

    private static void step(TestClient client, long ns) {
        client.nowNs += ns;
        client.tick();
    }

    private static Map<Double, String> levels(Market market, Side side) {
        var levels = new TreeMap<Double, String>();
        market.levels(side, 5_000)
                .forEach(level ->
                        levels.put(Double.valueOf(Json.fixed(level.price(), 8)), Json.fixed(level.quantity(), 8)));
        return levels;
    }

    /// A client's book, kept by the venue's five steps (fact sheet §5.1).
    private static final class FollowedBook {
        final TreeMap<Double, String> bids = new TreeMap<>(Comparator.reverseOrder());
        final TreeMap<Double, String> asks = new TreeMap<>();
        long appliedId;
        private boolean hasFirst;

        FollowedBook(JsonNode snapshot) {
            appliedId = snapshot.get("lastUpdateId").asLong();
            apply(snapshot.get("bids"), bids);
            apply(snapshot.get("asks"), asks);
        }

        int follow(List<JsonNode> frames) {
            int checked = 0;
            JsonNode ticker = null;
            for (JsonNode frame : frames) {
                JsonNode data = frame.get("data");
                if (frame.get("stream").asString().endsWith("bookTicker")) {
                    ticker = data;
                } else if (data.get("u").asLong() > appliedId) {
                    long firstId = data.get("U").asLong();
                    assertThat(firstId).as("no gap").isLessThanOrEqualTo(appliedId + 1);
                    assertThat(hasFirst && firstId != appliedId + 1)
                            .as("an overlap after the first")
                            .isFalse();
                    hasFirst = true;
                    apply(data.get("b"), bids);
                    apply(data.get("a"), asks);
                    appliedId = data.get("u").asLong();
                    if (ticker != null) {
                        checkBest(ticker);
                        checked++;
                    }
                }
            }
            return checked;
        }

        private void checkBest(JsonNode ticker) {
            assertThat(ticker.get("u").asLong()).isLessThanOrEqualTo(appliedId);
            assertThat(bids.firstEntry())
                    .isEqualTo(Map.entry(
                            Double.valueOf(ticker.get("b").asString()),
                            ticker.get("B").asString()));
            assertThat(asks.firstEntry())
                    .isEqualTo(Map.entry(
                            Double.valueOf(ticker.get("a").asString()),
                            ticker.get("A").asString()));
        }

        private static void apply(JsonNode levels, Map<Double, String> side) {
            for (JsonNode level : levels) {
                double price = Double.parseDouble(level.get(0).asString());
                String quantity = level.get(1).asString();
                if (Double.parseDouble(quantity) == 0) {
                    side.remove(price);
                } else {
                    side.put(price, quantity);
                }
            }
        }
    }

    @Test
    void tradesAreToldOneByOneAndByArrivingOrderAndPrice() {
        client.connect(1, "/ws/btcusdt@trade");
        client.connect(2, "/ws/btcusdt@aggTrade");
        limit(bob, "s1", Side.SELL, "60000", "0.1");
        limit(bob, "s2", Side.SELL, "60000", "0.2");
        limit(bob, "s3", Side.SELL, "60001", "0.3");
        limit(alice, "b1", Side.BUY, "60001", "0.5");
        client.tick();
        assertThat(events("trade").stream().map(e -> text(e, "t") + " " + text(e, "p") + " " + text(e, "q")))
                .containsExactly(
                        "1 60000.00000000 0.10000000", "2 60000.00000000 0.20000000", "3 60001.00000000 0.20000000");
        assertThat(events("aggTrade").stream()
                        .map(e -> text(e, "a") + " " + text(e, "f") + "-" + text(e, "l") + " " + text(e, "q")))
                .containsExactly("1 1-2 0.30000000", "2 3-3 0.20000000");
        assertThat(events("trade")).allMatch(e -> !e.get("m").asBoolean());
        assertThat(json(client.unsigned("/api/v3/aggTrades?symbol=BTCUSDT"))).hasSize(2);
    }

    @Test
    void subscriptionsComeAndGoAndAreListed() {
        client.connect(1, "/ws");
        assertThat(told(1, "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"ethusdt@depth\"],\"id\":1}"))
                .isEqualTo("{\"result\":null,\"id\":1}");
        assertThat(told(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":\"a\"}"))
                .isEqualTo("{\"result\":[\"btcusdt@trade\",\"ethusdt@depth\"],\"id\":\"a\"}");
        assertThat(told(1, "{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":2}"))
                .isEqualTo("{\"result\":null,\"id\":2}");
        assertThat(told(1, "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":3}"))
                .isEqualTo("{\"result\":null,\"id\":3}");
        assertThat(told(1, "{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":4}"))
                .isEqualTo("{\"result\":true,\"id\":4}");
        trade();
        step(client, 1_000_000_000L);
        assertThat(client.frames).noneMatch(frame -> frame.has("data"));
    }

    @Test
    void aMessageThatIsNoneIsRefusedAndAStreamThatIsNoneStaysSilent() {
        client.connect(1, "/ws/0");
        assertThat(told(1, "{\"method\":\"SUBSCRIBE\",\"params\":[\"nosuch@trade\",\"btcusdt@nosuch\"],\"id\":1}"))
                .isEqualTo("{\"result\":null,\"id\":1}");
        assertThat(told(1, "{\"method\":\"FOO\",\"id\":2}")).contains("\"code\":2", "unknown variant", "\"id\":2");
        assertThat(told(1, "hello")).contains("\"code\":3");
        assertThat(told(1, "{\"method\":\"SUBSCRIBE\",\"params\":[7],\"id\":5}"))
                .contains("\"code\":2");
        trade();
        step(client, 2_000_000_000L);
        assertThat(client.frames).hasSize(4);
        assertThat(client.closed).isEmpty();
    }

    @Test
    void theSixthMessageWithinASecondCostsTheConnection() {
        client.connect(1, "/ws");
        for (int i = 0; i < 5; i++) {
            client.frame(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}");
        }
        assertThat(client.closed).isEmpty();
        client.frame(1, "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":6}");
        assertThat(client.closed).containsExactly(1);
    }

    @Test
    void aConnectionEndsAfterTwentyFourHours() {
        client.connect(1, "/ws/btcusdt@trade");
        step(client, 24L * 3_600 * 1_000_000_000L - 1);
        assertThat(client.closed).isEmpty();
        step(client, 1);
        assertThat(client.closed).containsExactly(1);
        trade();
        client.tick();
        assertThat(client.frames).isEmpty();
    }

    @Test
    void barsAreToldWhileTheyAreMadeAndOnceMoreWhenTheyAreDone() {
        client.connect(1, "/ws/btcusdt@kline_1m");
        trade();
        step(client, 2_000_000_000L);
        step(client, 2_000_000_000L); // nothing new
        step(client, 60_000_000_000L);
        assertThat(events("kline").stream()
                        .map(e -> e.get("k").get("x").asBoolean() + " "
                                + e.get("k").get("n").asLong()))
                .containsExactly("false 1", "true 1");
    }

    @Test
    void theBestLevelsComeTenTimesASecondWhetherTheyChangeOrNot() {
        limit(bob, "s1", Side.SELL, "60000", "0.1");
        client.connect(1, "/ws/btcusdt@depth5@100ms");
        for (int i = 0; i < 10; i++) {
            step(client, 100_000_000L);
        }
        assertThat(client.frames).hasSize(10);
        assertThat(client.frames.getLast().get("asks").get(0).get(0).asString()).isEqualTo("60000.00000000");
        assertThat(client.frames.getLast().get("lastUpdateId").asLong()).isEqualTo(btc.bookVersion());
    }

    @Test
    void timesCountMicrosecondsWhereTheClientAsksForThem() {
        client.connect(1, "/ws/btcusdt@trade?timeUnit=MICROSECOND");
        trade();
        client.tick();
        assertThat(client.frames.getFirst().get("T").asLong()).isEqualTo(client.nowNs / 1_000);
    }

    @Test
    void aShutdownIsAnnouncedInBothEnvelopes() {
        client.connect(1, "/ws/btcusdt@trade");
        client.connect(2, "/stream?streams=btcusdt@trade");
        face.script().shutdown(1_000_000_000L);
        client.tick();
        assertThat(client.frames.get(0).get("e").asString()).isEqualTo("serverShutdown");
        assertThat(client.frames.get(1).get("stream").asString()).isEqualTo("!serverShutdown");
        step(client, 1_000_000_000L);
        assertThat(client.closed).containsExactly(1, 2);
    }

    private String told(int connection, String frame) {
        int before = client.frames.size();
        client.frame(connection, frame);
        assertThat(client.frames).hasSize(before + 1);
        return client.frames.getLast().toString();
    }

    private List<JsonNode> events(String type) {
        var found = new ArrayList<JsonNode>();
        for (JsonNode frame : client.frames) {
            if (text(frame, "e").equals(type)) {
                found.add(frame);
            }
        }
        return found;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private void trade() {
        limit(bob, "s" + client.nowNs, Side.SELL, "60000", "0.1");
        limit(alice, "b" + client.nowNs, Side.BUY, "60000", "0.1");
    }

    private void limit(Account account, String id, Side side, String price, String quantity) {
        var instrument = btc.instrument();
        venue.place(
                account,
                btc,
                OrderRequest.limit(id, side, TimeInForce.GTC, instrument.price(price), instrument.quantity(quantity)),
                client.nowNs);
    }
}
