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
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The WebSocket API and its private stream.
class UserStreamTest {
    private final SimulatedVenue venue = new SimulatedVenue(VenueSettings.usual());
    private final Account maker = venue.open("maker", new Credentials("makerkey", "s"));
    private final Credentials keys = new Credentials("alicekey", "alicesecret");
    private final Account alice = venue.open("alice", keys);
    private final Market btc = venue.market("BTC/USDT").orElseThrow();
    private final BinanceFace face = new BinanceFace(venue, BinanceSettings.usual(), 1);
    private final TestClient client = new TestClient(face, keys, BinanceFaceTest.START_NS);

    @BeforeEach
    void connect() {
        client.connect(1);
        var subscribed = client.call(1, "userDataStream.subscribe.signature", Map.of());
        assertThat(subscribed.get("result").get("subscriptionId").asInt()).isZero();
    }

    @Test
    void aPlacedOrderIsAnsweredAndThenReported() {
        var placed = client.call(1, "order.place", buy("a1", "60000", "GTC"));
        assertThat(placed.get("status").asInt()).isEqualTo(200);
        assertThat(placed.get("result").get("status").asString()).isEqualTo("NEW");
        assertThat(placed.get("rateLimits")).hasSize(3);
        assertThat(placed.get("rateLimits").get(0).get("count").asInt()).isEqualTo(1);
        var event = client.events().getFirst();
        assertThat(event.propertyNames())
                .containsExactly(
                        "e", "E", "s", "c", "S", "o", "f", "q", "p", "P", "F", "g", "C", "x", "X", "r", "i", "l", "z",
                        "L", "n", "N", "T", "t", "I", "w", "m", "M", "O", "Z", "Y", "Q", "W", "V");
        assertThat(texts(event, "c", "C", "x", "X", "n", "l"))
                .containsExactly("a1", "", "NEW", "NEW", "0", "0.00000000");
        assertThat(event.get("N").isNull()).isTrue();
        assertThat(event.get("t").asInt()).isEqualTo(-1);
        var balances = client.events().get(1);
        assertThat(balances.get("e").asString()).isEqualTo("outboundAccountPosition");
        assertThat(texts(balances.get("B").get(0), "a", "f", "l"))
                .containsExactly("USDT", "94000.00000000", "6000.00000000");
    }

    @Test
    void aCancelNamesTheOrderInCapitalsAndItselfInSmallLetters() {
        client.call(1, "order.place", buy("a1", "60000", "GTC"));
        var cancelled = client.call(
                1, "order.cancel", Map.of("symbol", "BTCUSDT", "origClientOrderId", "a1", "newClientOrderId", "c1"));
        assertThat(texts(cancelled.get("result"), "origClientOrderId", "clientOrderId"))
                .containsExactly("a1", "c1");
        assertThat(texts(reports().getLast(), "c", "C", "x", "X")).containsExactly("c1", "a1", "CANCELED", "CANCELED");
    }

    @Test
    void aTradeIsReportedToBothSidesWithFeeAndTradeId() {
        client.call(1, "order.place", buy("a1", "60000", "GTC"));
        sell("60000", "0.04");
        client.tick();
        var trade = reports().getLast();
        assertThat(texts(trade, "x", "X", "l", "z", "L", "n", "N", "Y", "Z"))
                .containsExactly(
                        "TRADE",
                        "PARTIALLY_FILLED",
                        "0.04000000",
                        "0.04000000",
                        "60000.00000000",
                        "0.00004000",
                        "BTC",
                        "2400.00000000",
                        "2400.00000000");
        assertThat(trade.get("m").asBoolean()).isTrue();
        assertThat(trade.get("t").asLong()).isPositive();
    }

    @Test
    void theRestOfAnImmediateOrderIsReportedAsExpired() {
        sell("60000", "0.04");
        var placed = client.call(1, "order.place", buy("a1", "60000", "IOC"));
        assertThat(texts(placed.get("result"), "status", "expiryReason"))
                .containsExactly("EXPIRED", "UNFILLED_IOC_QUANTITY_EXPIRED");
        assertThat(reports().stream().map(r -> r.get("x").asString())).containsExactly("NEW", "TRADE", "EXPIRED");
        assertThat(texts(reports().getLast(), "X", "z", "eR", "c"))
                .containsExactly("EXPIRED", "0.04000000", "UNFILLED_IOC_QUANTITY_EXPIRED", "a1");
    }

    @Test
    void eventsMayComeBeforeTheAnswerTwiceOrNever() {
        face.script().streamBeforeAnswer(true);
        client.frames.clear();
        client.call(1, "order.place", buy("a1", "60000", "GTC"));
        assertThat(client.frames.getFirst().has("subscriptionId")).isTrue();
        face.script().streamRepeatPercent(100);
        client.frames.clear();
        client.call(1, "order.place", buy("a2", "60000", "GTC"));
        assertThat(client.events()).hasSize(4);
        face.script().streamLossPercent(100);
        client.frames.clear();
        client.call(1, "order.place", buy("a3", "60000", "GTC"));
        assertThat(client.events()).isEmpty();
    }

    @Test
    void anHmacKeyCannotLogOn() {
        var refused = client.call(1, "session.logon", Map.of());
        assertThat(refused.get("status").asInt()).isEqualTo(400);
        assertThat(client.callAs(1, "userDataStream.subscribe", "{}")
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(-2015);
    }

    @Test
    void anEd25519KeyLogsOnOnceAndThenNeedsNoSignature() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded(); // its last 32 bytes are the raw key
        String raw =
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        venue.open("bob", new Credentials("bobkey", raw, Credentials.Kind.ED25519));
        long ms = client.nowNs / 1_000_000;
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(("apiKey=bobkey&timestamp=" + ms).getBytes(StandardCharsets.US_ASCII));
        String signature = Base64.getEncoder().encodeToString(signer.sign());
        var loggedOn = client.callAs(
                1,
                "session.logon",
                "{\"apiKey\":\"bobkey\",\"timestamp\":" + ms + ",\"signature\":\"" + signature + "\"}");
        assertThat(loggedOn.get("result").get("apiKey").asString()).isEqualTo("bobkey");
        assertThat(client.callAs(1, "userDataStream.subscribe", "{}")
                        .get("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(client.callAs(1, "account.status", "{\"timestamp\":" + ms + "}")
                        .get("status")
                        .asInt())
                .isEqualTo(200);
        client.callAs(1, "session.logout", "{}");
        assertThat(client.callAs(1, "account.status", "{\"timestamp\":" + ms + "}")
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(-1102);
    }

    @Test
    void aSessionSaysWhetherItCarriesAStream() {
        client.connect(2);
        assertThat(client.callAs(1, "session.status", "{}")
                        .get("result")
                        .get("userDataStream")
                        .asBoolean())
                .isTrue();
        var other = client.callAs(2, "session.status", "{}").get("result");
        assertThat(other.get("userDataStream").asBoolean()).isFalse();
        assertThat(other.get("apiKey").isNull()).isTrue();
    }

    @Test
    void anAccountSubscribesOncePerConnectionAndMayEndIt() {
        assertThat(client.call(1, "userDataStream.subscribe.signature", Map.of())
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(-2035);
        assertThat(client.callAs(1, "userDataStream.unsubscribe", "{\"subscriptionId\":0}")
                        .get("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(client.events().getLast().get("e").asString()).isEqualTo("eventStreamTerminated");
        assertThat(client.callAs(1, "userDataStream.unsubscribe", "{}")
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(-2036);
        assertThat(client.call(1, "userDataStream.subscribe.signature", Map.of())
                        .get("result")
                        .get("subscriptionId")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aShutdownIsAnnouncedAndThenHappens() {
        face.script().shutdown(Duration.ofSeconds(5).toNanos());
        assertThat(client.tick()).isEqualTo(client.nowNs + 5_000_000_000L);
        assertThat(client.frames.getLast().get("event").get("e").asString()).isEqualTo("serverShutdown");
        assertThat(client.closed).isEmpty();
        client.nowNs += 5_000_000_000L;
        client.tick();
        assertThat(client.closed).containsExactly(1);
    }

    @Test
    void aConnectionLivesOneDay() {
        client.nowNs += Duration.ofHours(24).toNanos();
        client.tick();
        assertThat(client.closed).containsExactly(1);
    }

    @Test
    void whatIsNoRequestIsRefusedAndTheConnectionStays() {
        client.frame(1, "{\"id\":1,\"method\":");
        assertThat(client.frames.getLast().get("error").get("code").asInt()).isEqualTo(-1135);
        assertThat(client.callAs(1, "order.fly", "{}").get("status").asInt()).isEqualTo(400);
        var bare = client.callAs(
                1,
                "order.place",
                "{\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":0.1,\"timestamp\":1}");
        assertThat(bare.get("error").get("code").asInt()).isEqualTo(-1102); // no signature
        assertThat(client.callAs(1, "ping", "{}").get("status").asInt()).isEqualTo(200);
    }

    @Test
    void marketDataAndLookUpsAreTheSameAsByRest() {
        client.call(1, "order.place", buy("a1", "60000", "GTC"));
        assertThat(client.callAs(1, "ticker.book", "{\"symbol\":\"BTCUSDT\"}")
                        .get("result")
                        .get("bidPrice")
                        .asString())
                .isEqualTo("60000.00000000");
        assertThat(client.callAs(1, "exchangeInfo", "{\"symbols\":[\"BTCUSDT\"]}")
                        .get("result")
                        .get("symbols"))
                .hasSize(1);
        assertThat(client.call(1, "openOrders.status", Map.of()).get("result")).hasSize(1);
        assertThat(client.call(1, "order.status", Map.of("symbol", "BTCUSDT", "orderId", "1"))
                        .get("result")
                        .get("clientOrderId")
                        .asString())
                .isEqualTo("a1");
        assertThat(client.call(1, "openOrders.cancelAll", Map.of("symbol", "BTCUSDT"))
                        .get("result"))
                .hasSize(1);
        assertThat(client.call(1, "account.status", Map.of()).get("result").get("balances"))
                .hasSize(4);
        assertThat(client.call(1, "account.rateLimits.orders", Map.of()).get("result"))
                .hasSize(2);
        assertThat(venue.openOrders(alice)).isEmpty();
    }

    private List<JsonNode> reports() {
        return client.events().stream()
                .filter(event -> event.get("e").asString().equals("executionReport"))
                .toList();
    }

    private static Map<String, String> buy(String id, String price, String timeInForce) {
        return Map.of(
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "LIMIT",
                "timeInForce",
                timeInForce,
                "price",
                price,
                "quantity",
                "0.1",
                "newClientOrderId",
                id);
    }

    private void sell(String price, String quantity) {
        var instrument = btc.instrument();
        venue.place(
                maker,
                btc,
                OrderRequest.limit(
                        "s" + price + quantity,
                        Side.SELL,
                        TimeInForce.GTC,
                        instrument.price(price),
                        instrument.quantity(quantity)),
                client.nowNs);
    }

    private static List<String> texts(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> node.get(name).asString()).toList();
    }
}
