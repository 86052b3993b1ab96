package io.tidegate.simulator.venue.binance;

import static io.tidegate.simulator.venue.binance.BinanceFaceTest.ok;
import static io.tidegate.simulator.venue.binance.BinanceFaceTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import org.junit.jupiter.api.Test;

/// Rate limits of the simulated Binance: weight by address, unfilled orders by account, the ban of who goes on.
class LimitsTest {
    private final SimulatedVenue venue = new SimulatedVenue(VenueSettings.usual());
    private final Credentials keys = new Credentials("alicekey", "alicesecret");
    private final Market btc = venue.market("BTC/USDT").orElseThrow();

    private TestClient client(BinanceSettings settings) {
        venue.open("alice", keys);
        return new TestClient(new BinanceFace(venue, settings, 1), keys, BinanceFaceTest.START_NS);
    }

    @Test
    void weightIsCountedPerMinuteAndShown() {
        var client = client(BinanceSettings.usual());
        assertThat(ok(client.unsigned("/api/v3/exchangeInfo")).header("x-mbx-used-weight-1m"))
                .contains("20");
        assertThat(ok(client.unsigned("/api/v3/depth?symbol=BTCUSDT&limit=5000"))
                        .header("X-MBX-USED-WEIGHT-1M"))
                .contains("270");
        client.nowNs += 60_000_000_000L;
        assertThat(ok(client.unsigned("/api/v3/ping")).header("X-MBX-USED-WEIGHT-1M"))
                .contains("1");
    }

    @Test
    void whoAsksTooMuchIsToldToWaitAndWhoGoesOnIsBanned() {
        var client = client(BinanceSettings.usual().withWeight(25));
        ok(client.unsigned("/api/v3/exchangeInfo"));
        var refusal = client.unsigned("/api/v3/exchangeInfo");
        refused(refusal, 429, -1003);
        assertThat(refusal.header("Retry-After")).isPresent();
        for (int i = 0; i < 9; i++) {
            refused(client.unsigned("/api/v3/exchangeInfo"), 429, -1003);
        }
        var ban = client.unsigned("/api/v3/exchangeInfo");
        refused(ban, 418, -1003);
        assertThat(ban.header("Retry-After")).contains("120");
        refused(client.unsigned("/api/v3/ping"), 418, -1003);
        client.nowNs += 120_000_000_000L;
        ok(client.unsigned("/api/v3/ping"));
    }

    @Test
    void aTradeRequestCostsWeightOnlyWhenItFails() {
        var client = client(BinanceSettings.usual());
        var placed = ok(client.signed("POST", "/api/v3/order", order("a1")));
        assertThat(placed.header("X-MBX-USED-WEIGHT-1M")).contains("0");
        assertThat(placed.header("X-MBX-ORDER-COUNT-10S")).contains("1");
        assertThat(placed.header("X-MBX-ORDER-COUNT-1D")).contains("1");
        var refusal = client.signed("POST", "/api/v3/order", order("a1"));
        refused(refusal, 400, -2010);
        assertThat(refusal.header("X-MBX-USED-WEIGHT-1M")).contains("1");
        assertThat(refusal.header("X-MBX-ORDER-COUNT-10S")).isEmpty();
    }

    @Test
    void unfilledOrdersAreLimitedPerAccountAndTradedOnesAreFree() {
        var client = client(BinanceSettings.usual().withOrders(2, 100));
        var maker = venue.open("maker", new Credentials("makerkey", "s"));
        ok(client.signed("POST", "/api/v3/order", order("a1")));
        ok(client.signed("POST", "/api/v3/order", order("a2")));
        var refusal = client.signed("POST", "/api/v3/order", order("a3"));
        refused(refusal, 429, -1015);
        assertThat(refusal.header("Retry-After")).contains("10");
        var instrument = btc.instrument();
        venue.place(
                maker,
                btc,
                OrderRequest.limit(
                        "s1", Side.SELL, TimeInForce.GTC, instrument.price("60000"), instrument.quantity("0.01")),
                client.nowNs);
        ok(client.signed("POST", "/api/v3/order", order("a3"))); // the first fill of a1 gave its place back
        refused(client.signed("POST", "/api/v3/order", order("a4")), 429, -1015);
        client.nowNs += 10_000_000_000L;
        ok(client.signed("POST", "/api/v3/order", order("a4")));
    }

    @Test
    void connectionsPerAddressAreLimited() {
        var client = client(BinanceSettings.usual());
        for (int connection = 1; connection <= 301; connection++) {
            client.connect(connection);
        }
        assertThat(client.closed).containsExactly(301);
    }

    private static String order(String id) {
        return "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=60000&newClientOrderId=" + id;
    }
}
