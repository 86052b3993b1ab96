package io.tidegate.simulator.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever is sent, the face answers and stays whole; and the same seed gives the same bytes.
class HostileBytesTest {
    private static final List<String> PATHS = List.of(
            "order",
            "order/test",
            "openOrders",
            "allOrders",
            "myTrades",
            "account",
            "depth",
            "trades",
            "klines",
            "exchangeInfo",
            "ticker/24hr",
            "aggTrades",
            "rateLimit/order");
    private static final List<String> NAMES = List.of(
            "symbol",
            "symbols",
            "side",
            "type",
            "timeInForce",
            "quantity",
            "quoteOrderQty",
            "price",
            "limit",
            "orderId",
            "origClientOrderId",
            "newClientOrderId",
            "recvWindow",
            "startTime",
            "endTime",
            "interval",
            "fromId",
            "cancelRestrictions",
            "newOrderRespType");
    private static final List<String> VALUES = List.of(
            "BTCUSDT",
            "[\"BTCUSDT\"]",
            "[",
            "BUY",
            "SELL",
            "LIMIT",
            "MARKET",
            "LIMIT_MAKER",
            "GTC",
            "FOK",
            "0.01",
            "0",
            "65000",
            "99999999999999999999",
            "18446744073709551616",
            "0.00000001",
            "1e5",
            "-1",
            "1",
            "500",
            "1m",
            "ONLY_NEW",
            "ACK",
            "true",
            "9223372036854775807",
            "999999999999999999");

    @Test
    void everyRequestIsAnswered() {
        Laws.forAll(300, seed -> {
            var client = client(1);
            client.connect(1);
            for (int i = 0; i < 20; i++) {
                request(seed, client);
                client.frame(1, seed.text(80));
                client.frame(1, "{\"id\":" + i + ",\"method\":\"order.place\",\"params\":" + seed.text(40) + "}");
            }
            client.nowNs += 1_000_000_000L;
            client.tick();
            assertThat(client.frames).hasSize(40);
        });
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(story(1)).isEqualTo(story(1)).isNotEqualTo(story(2));
    }

    private static List<String> story(long seedValue) {
        var client = client(seedValue);
        client.connect(1);
        client.call(1, "userDataStream.subscribe.signature", Map.of());
        var answers = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            client.nowNs += 100_000_000L;
            client.tick();
            answers.add(client.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=50")
                    .text());
        }
        client.frames.forEach(frame -> answers.add(frame.toString()));
        return answers;
    }

    private static void request(Seed seed, TestClient client) {
        String method = seed.pick(List.of("GET", "POST", "DELETE"));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = seed.intBetween(0, 8); i > 0; i--) {
            parameters.put(seed.pick(NAMES), seed.chance(80) ? seed.pick(VALUES) : seed.text(10));
        }
        var query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(seed.chance(95) ? URLEncoder.encode(value, StandardCharsets.UTF_8) : value));
        String path = "/api/v3/" + seed.pick(PATHS);
        var answer = seed.chance(80)
                ? client.signed(method, path, query.toString())
                : client.send(method, path + "?" + query, seed.text(20));
        assertThat(answer.status()).isBetween(200, 599);
    }

    private static TestClient client(long seed) {
        var venue = new SimulatedVenue(VenueSettings.usual());
        Crowd.admit(venue, CrowdSettings.usual(), seed);
        var keys = new Credentials("alicekey", "alicesecret");
        venue.open("alice", keys);
        return new TestClient(new BinanceFace(venue, BinanceSettings.generous(), seed), keys, BinanceFaceTest.START_NS);
    }
}
