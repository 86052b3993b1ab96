package io.tidegate.simulator.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every field that the venue's own sample payloads bear is in our answers too, of the same JSON kind.
///
/// The samples are read where they lie: `tidegate.shared` names the folder that holds `venues/fixtures/binance`, by
/// default the sibling `shared` of the project's root.
class FieldsTest {
    /// In the samples for orders with stops, icebergs, strategies or self-trade prevention (`v`), which are not offered
    /// here, and for orders that expired.
    private static final Set<String> CONDITIONAL = Set.of(
            "stopPrice",
            "icebergQty",
            "trailingDelta",
            "trailingTime",
            "strategyId",
            "strategyType",
            "preventedMatchId",
            "preventedQuantity",
            "v",
            "expiryReason",
            "count");

    private final SimulatedVenue venue = new SimulatedVenue(VenueSettings.usual());
    private final Account maker = venue.open("maker", new Credentials("makerkey", "s"));
    private final Credentials keys = new Credentials("alicekey", "alicesecret");
    private final Market btc = venue.market("BTC/USDT").orElseThrow();
    private final BinanceFace face = new BinanceFace(venue, BinanceSettings.usual(), 1);
    private final TestClient client = new TestClient(face, keys, BinanceFaceTest.START_NS);
    private final Path samples = Path.of(
                    System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"))
            .resolve("venues/fixtures/binance")
            .normalize();

    @BeforeEach
    void trade() {
        Assumptions.assumeTrue(
                Files.isDirectory(samples),
                "SKIPPED: the venue's samples are not at " + samples + "; say where with -Dtidegate.shared=…");
        venue.open("alice", keys);
        client.connect(1);
        client.call(1, "userDataStream.subscribe.signature", Map.of());
        var instrument = btc.instrument();
        venue.place(
                maker,
                btc,
                OrderRequest.limit(
                        "s1", Side.SELL, TimeInForce.GTC, instrument.price("60000"), instrument.quantity("0.1")),
                client.nowNs);
    }

    @Test
    void answersByRestHaveTheFieldsOfTheSamples() throws Exception {
        var placed = rest("POST", "order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.05&newClientOrderId=m1");
        compare(sample("docs_rest_order_new.json").get(2), placed);
        compare(sample("docs_rest_order_query.json"), rest("GET", "order", "symbol=BTCUSDT&origClientOrderId=m1"));
        compare(
                sample("docs_rest_myTrades.json").get(0),
                rest("GET", "myTrades", "symbol=BTCUSDT").get(0));
        compare(sample("nt_http_account_response.json"), rest("GET", "account", ""));
        compare(sample("docs_rest_commission.json"), rest("GET", "account/commission", "symbol=BTCUSDT"));
        compare(
                sample("docs_rest_rateLimit_order.json").get(0),
                rest("GET", "rateLimit/order", "").get(0));
        rest("POST", "order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=50000");
        compare(
                sample("docs_rest_order_cancel.json").get(0),
                rest("DELETE", "openOrders", "symbol=BTCUSDT").get(0));
        compare(sample("docs_rest_depth.json"), open("depth?symbol=BTCUSDT"));
        compare(
                sample("nt_http_trades_response.json").get(0),
                open("trades?symbol=BTCUSDT").get(0));
        compare(sample("nt_http_ticker_24hr_response.json"), open("ticker/24hr?symbol=BTCUSDT"));
        compare(sample("nt_http_book_ticker_response.json"), open("ticker/bookTicker?symbol=BTCUSDT"));
        compare(sample("nt_http_avg_price_response.json"), open("avgPrice?symbol=BTCUSDT"));
        JsonNode info = open("exchangeInfo");
        compare(
                sample("docs_rest_exchangeInfo.json").get("symbols").get(0),
                info.get("symbols").get(0));
        assertThat(open("klines?symbol=BTCUSDT&interval=1m").get(0))
                .hasSameSizeAs(sample("nt_http_klines_response.json").get(0));
    }

    @Test
    void answersAndEventsBySocketHaveTheFieldsOfTheSamples() throws Exception {
        var placed = client.call(
                1, "order.place", Map.of("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.05"));
        compare(sample("docs_ws_api_order_place.json").get(3), placed);
        compare(
                sample("docs_ws_api_order_status.json").get(1),
                client.call(1, "order.status", Map.of("symbol", "BTCUSDT", "orderId", "2")));
        var refused = client.call(
                1, "order.place", Map.of("symbol", "BTCUSDT", "side", "SELL", "type", "MARKET", "quantity", "99"));
        compare(sample("docs_ws_api_envelope.json").get(1), refused);
        for (JsonNode event : client.events()) {
            compare(sample("docs_user_" + event.get("e").asString() + ".json").get("event"), event);
        }
        assertThat(client.events()).hasSize(3); // new, one fill, balances
    }

    @Test
    void eventsOfTheMarketStreamsHaveTheFieldsOfTheSamples() throws Exception {
        client.connect(
                2,
                "/stream?streams=btcusdt@aggTrade/btcusdt@trade/btcusdt@depth/btcusdt@depth5/btcusdt@bookTicker"
                        + "/btcusdt@ticker/btcusdt@kline_1m");
        client.call(1, "order.place", Map.of("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.05"));
        client.nowNs += 2_000_000_000L;
        client.tick();
        var samples = Map.of(
                "btcusdt@aggTrade", "aggTrade",
                "btcusdt@trade", "trade",
                "btcusdt@depth", "diffDepth",
                "btcusdt@depth5", "partialDepth",
                "btcusdt@bookTicker", "bookTicker",
                "btcusdt@ticker", "24hrTicker",
                "btcusdt@kline_1m", "kline");
        var seen = new TreeSet<String>();
        for (JsonNode frame : client.frames) {
            if (frame.has("stream")) {
                String stream = frame.get("stream").asString();
                seen.add(stream);
                compare(sample("docs_stream_" + samples.get(stream) + ".json"), frame.get("data"));
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(samples.keySet());
    }

    private JsonNode rest(String method, String path, String query) {
        return TestClient.json(BinanceFaceTest.ok(client.signed(method, "/api/v3/" + path, query)));
    }

    private JsonNode open(String target) {
        return TestClient.json(BinanceFaceTest.ok(client.unsigned("/api/v3/" + target)));
    }

    private JsonNode sample(String name) throws Exception {
        return new JsonMapper().readTree(Files.readString(samples.resolve(name)));
    }

    private static void compare(JsonNode sample, JsonNode ours) {
        List<String> missing = new ArrayList<>();
        compare("", sample, ours, missing);
        assertThat(missing).as("%s%nagainst%n%s", ours, sample).isEmpty();
    }

    private static void compare(String path, JsonNode sample, JsonNode ours, List<String> missing) {
        if (sample.isObject()) {
            sample.forEachEntry((name, value) -> {
                if (ours.has(name)) {
                    compare(path + "/" + name, value, ours.get(name), missing);
                } else if (!CONDITIONAL.contains(name)) {
                    missing.add(path + "/" + name);
                }
            });
        } else if (sample.isArray() && !sample.isEmpty() && ours.isArray() && !ours.isEmpty()) {
            compare(path + "/0", sample.get(0), ours.get(0), missing);
        } else if (!sample.isNull() && !ours.isNull() && sample.getNodeType() != ours.getNodeType()) {
            missing.add(path + " is " + ours.getNodeType() + ", expected " + sample.getNodeType());
        }
    }
}
