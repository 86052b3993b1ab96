package io.tidegate.simulator.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.Truth;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Stream, look-ups and truth tell one story, in a market that moves, and nothing is made or lost by it.
class AgreementTest {
    @Test
    void whatTheStreamTellsIsWhatHappenedAndWhatLookUpsShow() {
        var tradeCount = new AtomicLong();
        Laws.forAll(100, seed -> {
            var venue = new SimulatedVenue(VenueSettings.usual());
            Crowd.admit(venue, CrowdSettings.usual(), seed.value());
            var keys = new Credentials("alicekey", "alicesecret");
            venue.open("alice", keys);
            Map<Asset, Amount> before = totals(venue);
            var face = new BinanceFace(venue, BinanceSettings.generous(), seed.value());
            face.script().streamBeforeAnswer(seed.chance(50)).unknownOutcomePercent(seed.intBetween(0, 30));
            var client = new TestClient(face, keys, BinanceFaceTest.START_NS);
            client.connect(1);
            client.call(1, "userDataStream.subscribe.signature", Map.of());
            int steps = seed.count(60);
            for (int step = 0; step < steps; step++) {
                client.nowNs += seed.longBetween(1, 300_000_000L);
                client.tick();
                act(seed, client, step);
            }
            face.script().unknownOutcomePercent(0);
            Truth truth = venue.truth().getFirst();
            assertThat(tradesTold(client)).isEqualTo(tradesOf(truth));
            assertThat(tradesShown(client)).isEqualTo(tradesOf(truth));
            checkBalances(client, truth);
            checkOpen(client, truth);
            assertThat(truth.placedTwice()).isEmpty();
            assertThat(totals(venue)).isEqualTo(before);
            tradeCount.addAndGet(truth.fillTotal());
        });
        assertThat(tradeCount.get()).as("trades over all seeds").isGreaterThan(500);
    }

    private static void act(Seed seed, TestClient client, int step) {
        var parameters = new HashMap<String, String>();
        parameters.put("symbol", "BTCUSDT");
        if (seed.chance(25) && step > 0) {
            parameters.put("origClientOrderId", "o" + seed.random().nextInt(step));
            client.call(1, "order.cancel", parameters);
            return;
        }
        parameters.put("newClientOrderId", "o" + step);
        parameters.put("side", seed.chance(50) ? "BUY" : "SELL");
        if (seed.chance(30)) {
            parameters.put("type", "MARKET");
            parameters.put("quantity", "0.01");
        } else {
            parameters.put("type", "LIMIT");
            parameters.put("quantity", "0.02");
            parameters.put("timeInForce", seed.pick(List.of("GTC", "GTC", "IOC", "FOK")));
            parameters.put("price", Integer.toString(seed.intBetween(64_998, 65_002)));
        }
        client.call(1, "order.place", parameters);
    }

    private static List<String> tradesOf(Truth truth) {
        return truth.fills().stream()
                .map(f -> f.tradeId() + " " + f.orderId() + " " + f.clientId() + " " + Json.fixed(f.quantity(), 8) + " "
                        + Json.fixed(f.fee()) + " " + f.isMaker())
                .toList();
    }

    private static List<String> tradesTold(TestClient client) {
        var told = new ArrayList<String>();
        for (JsonNode event : client.events()) {
            if (event.path("x").asString("").equals("TRADE")) {
                told.add(event.get("t").asLong() + " " + event.get("i").asLong() + " "
                        + event.get("c").asString() + " " + event.get("l").asString() + " "
                        + event.get("n").asString() + " " + event.get("m").asBoolean());
            }
        }
        return told;
    }

    private static List<String> tradesShown(TestClient client) {
        Map<Long, String> clientIds = new HashMap<>();
        client.call(1, "allOrders", Map.of("symbol", "BTCUSDT"))
                .get("result")
                .forEach(o -> clientIds.put(
                        o.get("orderId").asLong(), o.get("clientOrderId").asString()));
        var shown = new ArrayList<String>();
        for (JsonNode trade :
                client.call(1, "myTrades", Map.of("symbol", "BTCUSDT")).get("result")) {
            long orderId = trade.get("orderId").asLong();
            shown.add(trade.get("id").asLong() + " " + orderId + " " + clientIds.get(orderId) + " "
                    + trade.get("qty").asString() + " "
                    + trade.get("commission").asString() + " "
                    + trade.get("isMaker").asBoolean());
        }
        return shown;
    }

    /// The last that the stream said of an asset, where it said anything, is what the account has.
    private static void checkBalances(TestClient client, Truth truth) {
        var told = new LinkedHashMap<String, String>();
        for (JsonNode event : client.events()) {
            if (event.get("e").asString().equals("outboundAccountPosition")) {
                event.get("B")
                        .forEach(b -> told.put(
                                b.get("a").asString(),
                                b.get("f").asString() + " " + b.get("l").asString()));
            }
        }
        truth.balances().forEach((asset, balance) -> {
            String has = Json.fixed(balance.free()) + " " + Json.fixed(balance.locked());
            assertThat(told.getOrDefault(asset.code(), has)).as(asset.code()).isEqualTo(has);
        });
    }

    private static void checkOpen(TestClient client, Truth truth) {
        var shown = new ArrayList<String>();
        client.call(1, "openOrders.status", Map.of("symbol", "BTCUSDT"))
                .get("result")
                .forEach(order -> shown.add(order.get("clientOrderId").asString() + " "
                        + order.get("executedQty").asString()));
        assertThat(shown)
                .isEqualTo(truth.open().stream()
                        .map(order -> order.clientId() + " " + Json.fixed(order.filled(), 8))
                        .toList());
    }

    private static Map<Asset, Amount> totals(SimulatedVenue venue) {
        var totals = new LinkedHashMap<Asset, Amount>();
        venue.ledger()
                .assets()
                .forEach(asset -> totals.put(asset, venue.ledger().total(asset)));
        return totals;
    }
}
