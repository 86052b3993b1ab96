package io.tidegate.simulator.venue.binance;

import static io.tidegate.simulator.venue.binance.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.MarketPhase;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.transport.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What a client of the simulated Binance sees; every expectation is from the venue's fact sheet.
class BinanceFaceTest {
    static final long START_NS = 1_800_000_000_000_000_000L;
    private static final String LIMIT = "symbol=BTCUSDT&type=LIMIT&timeInForce=GTC";

    private final SimulatedVenue venue = new SimulatedVenue(VenueSettings.usual());
    private final Account maker = venue.open("maker", new Credentials("makerkey", "s"));
    private final Credentials keys = new Credentials("alicekey", "alicesecret");
    private final Account alice = venue.open("alice", keys);
    private final Market btc = venue.market("BTC/USDT").orElseThrow();
    private final BinanceFace face = new BinanceFace(venue, BinanceSettings.usual(), 1);
    private final TestClient client = new TestClient(face, keys, START_NS);

    @Test
    void aLimitOrderRestsIsFoundAndCancelled() {
        var placed = json(ok(client.signed(
                "POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.5&price=60000&newClientOrderId=a1")));
        assertThat(placed.get("status").asString()).isEqualTo("NEW");
        assertThat(placed.get("origQty").asString()).isEqualTo("0.50000000");
        assertThat(placed.get("fills")).isEmpty();
        long orderId = placed.get("orderId").asLong();
        var found = json(ok(client.signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=a1")));
        assertThat(found.get("orderId").asLong()).isEqualTo(orderId);
        assertThat(json(ok(client.signed("GET", "/api/v3/openOrders", "symbol=BTCUSDT"))))
                .hasSize(1);
        var cancelled = json(ok(client.signed(
                "DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId=" + orderId + "&newClientOrderId=c1")));
        assertThat(cancelled.get("origClientOrderId").asString()).isEqualTo("a1");
        assertThat(cancelled.get("clientOrderId").asString()).isEqualTo("c1");
        assertThat(cancelled.get("status").asString()).isEqualTo("CANCELED");
        refused(client.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId=" + orderId), 400, -2011);
        assertThat(face.ordersEverPlaced("a1")).isEqualTo(1);
    }

    @Test
    void aMarketOrderTellsItsFillsWithFeesInWhatWasReceived() {
        offer("60000", "1");
        var placed = json(ok(client.signed(
                "POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&newClientOrderId=m1")));
        assertThat(placed.get("status").asString()).isEqualTo("FILLED");
        var fill = placed.get("fills").get(0);
        assertThat(fill.get("price").asString()).isEqualTo("60000.00000000");
        assertThat(fill.get("commission").asString()).isEqualTo("0.00010000");
        assertThat(fill.get("commissionAsset").asString()).isEqualTo("BTC");
        var trades = json(ok(client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT")));
        assertThat(trades.get(0).get("id")).isEqualTo(fill.get("tradeId"));
        assertThat(trades.get(0).get("isMaker").asBoolean()).isFalse();
        var balances = json(ok(client.signed("GET", "/api/v3/account", "omitZeroBalances=true")))
                .get("balances");
        assertThat(balances.get(0).get("free").asString()).isEqualTo("5.09990000");
    }

    @ParameterizedTest(name = "{0}: HTTP {1}, {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.000001&price=60000 | 400 | -1013 | Filter failure: LOT_SIZE
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=60000.001  | 400 | -1013 | Filter failure: PRICE_FILTER
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.00001&price=60000  | 400 | -1013 | Filter failure: NOTIONAL
        symbol=BTCUSDT&side=BUY&type=MARKET&quantity=500                                 | 400 | -1013 | Filter failure: MARKET_LOT_SIZE
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=4&price=60000        | 400 | -2010 | Account has insufficient balance for requested action.
        symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.1&price=61000                | 400 | -2010 | Order would immediately match and take.
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.100000000&price=60000 | 400 | -1111 | Parameter 'quantity' has too much precision.
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1E-1&price=60000     | 400 | -1100 | Illegal characters found in parameter 'quantity'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.
        symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.1&price=60000                      | 400 | -1102 | Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.
        symbol=BTCUSDT&side=BUY&type=MARKET                                              | 400 | -1102 | Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!
        symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&timeInForce=GTC                 | 400 | -1106 | Parameter 'timeInForce' sent when not required.
        symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTD&quantity=0.1&price=60000      | 400 | -1115 | Invalid timeInForce.
        symbol=BTCUSDT&side=BUY&type=FOO&quantity=0.1                                    | 400 | -1116 | Invalid orderType.
        symbol=BTCUSDT&side=LONG&type=MARKET&quantity=0.1                                | 400 | -1117 | Invalid side.
        symbol=XXXUSDT&side=BUY&type=MARKET&quantity=0.1                                 | 400 | -1121 | Invalid symbol.
        symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&leverage=3                      | 400 | -1104 | Not all sent parameters were read; read '6' parameter(s) but was sent '7'.
        symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&side=SELL                       | 400 | -1101 | Duplicate values for a parameter detected.
        symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&newClientOrderId=                | 400 | -1105 | Parameter 'newClientOrderId' was empty.
        """)
    void anOrderThatIsNotRightIsRefusedInTheVenuesWords(String query, int status, int code, String message) {
        offer("61000", "1");
        var answer = client.signed("POST", "/api/v3/order", query);
        assertThat(json(answer).get("msg").asString()).isEqualTo(message.replace("\\\\", "\\"));
        refused(answer, status, code);
        assertThat(venue.openOrders(alice)).isEmpty();
    }

    @Test
    void aClientIdIsRefusedOnlyWhileItsOrderIsOpen() {
        String order = LIMIT + "&side=BUY&quantity=0.1&price=60000&newClientOrderId=a1";
        ok(client.signed("POST", "/api/v3/order", order));
        refused(client.signed("POST", "/api/v3/order", order), 400, -2010);
        ok(client.signed("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT"));
        ok(client.signed("POST", "/api/v3/order", order));
        assertThat(face.ordersEverPlaced("a1")).isEqualTo(2);
    }

    @Test
    void keyTimeAndSignatureAreReallyChecked() {
        long ms = START_NS / 1_000_000;
        String path = "/api/v3/account";
        refused(client.send("GET", path, ""), 400, -1102);
        refused(client.send("GET", path + "?timestamp=" + ms, ""), 400, -1102);
        refused(signedAt(ms - 5_001), 400, -1021);
        refused(signedAt(ms + 1_000), 400, -1021);
        ok(signedAt(ms - 5_000));
        ok(signedAt(ms + 999));
        ok(signedAt(ms * 1_000)); // microseconds
        refused(client.send("GET", path + "?timestamp=" + ms + "&signature=" + client.hmac("x"), ""), 400, -1022);
        refused(new TestClient(face, new Credentials("unknownkey", "s"), START_NS).signed("GET", path, ""), 401, -2015);
        refused(new TestClient(face, new Credentials("b@d", "s"), START_NS).signed("GET", path, ""), 401, -2014);
        refused(client.signed("GET", path, "recvWindow=60001"), 400, -1131);
    }

    private HttpAnswer signedAt(long timestamp) {
        String payload = "timestamp=" + timestamp;
        return client.send("GET", "/api/v3/account?" + payload + "&signature=" + client.hmac(payload), "");
    }

    @Test
    void aSignatureCoversQueryAndBodyWithoutSeparator() {
        String query = "symbol=BTCUSDT&side=BUY&type=LIMIT";
        String body = "timeInForce=GTC&quantity=0.1&price=60000&timestamp=" + START_NS / 1_000_000;
        ok(client.send("POST", "/api/v3/order?" + query, body + "&signature=" + client.hmac(query + body)));
        refused(
                client.send("POST", "/api/v3/order?" + query, body + "&signature=" + client.hmac(query + "&" + body)),
                400,
                -1022);
    }

    @Test
    void aLookUpMayComeBeforeTheOrderIsVisible() {
        face.script().visibleAfterNs(50_000_000);
        ok(client.signed("POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.1&price=60000&newClientOrderId=a1"));
        String query = "symbol=BTCUSDT&origClientOrderId=a1";
        refused(client.signed("GET", "/api/v3/order", query), 400, -2013);
        assertThat(json(ok(client.signed("GET", "/api/v3/openOrders", "")))).isEmpty();
        client.nowNs += 50_000_000;
        ok(client.signed("GET", "/api/v3/order", query));
    }

    @Test
    void aClockThatIsAheadRefusesWhatIsInTime() {
        face.script().clockSkewNs(6_000_000_000L);
        refused(client.signed("GET", "/api/v3/account", ""), 400, -1021);
        long serverMs =
                json(ok(client.unsigned("/api/v3/time"))).get("serverTime").asLong();
        assertThat(serverMs).isEqualTo(START_NS / 1_000_000 + 6_000);
        ok(signedAt(serverMs));
    }

    @Test
    void tradesAreTheLatestOrFromWhereWasAsked() {
        for (int i = 0; i < 5; i++) {
            offer("6000" + i, "0.1");
            client.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1");
            client.nowNs += 1_000_000_000L;
        }
        assertThat(ids("limit=2")).containsExactly(4, 5);
        assertThat(ids("fromId=2&limit=2")).containsExactly(2, 3);
        assertThat(ids("startTime=" + (START_NS / 1_000_000 + 2_000) + "&limit=2"))
                .containsExactly(3, 4);
        assertThat(ids("endTime=" + (START_NS / 1_000_000 + 2_000))).containsExactly(1, 2, 3);
        refused(client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&fromId=2&startTime=1"), 400, -1128);
    }

    private List<Integer> ids(String query) {
        return json(ok(client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&" + query)))
                .valueStream()
                .map(trade -> trade.get("id").asInt())
                .toList();
    }

    @Test
    void anUnknownOutcomeIsAnOrderThatWasPlaced() {
        face.script().unknownOutcomePercent(100);
        refused(
                client.signed(
                        "POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.1&price=60000&newClientOrderId=a1"),
                504,
                -1007);
        assertThat(face.ordersEverPlaced("a1")).isEqualTo(1);
        face.script().unknownOutcomePercent(0).busyPercent(100);
        refused(
                client.signed(
                        "POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.1&price=60000&newClientOrderId=a2"),
                503,
                -1008);
        assertThat(face.ordersEverPlaced("a2")).isZero();
    }

    @Test
    void maintenanceAnswersInHtmlAndAClosedMarketInWords() {
        venue.enter(btc, MarketPhase.CANCEL_ONLY);
        var answer = client.signed("POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.1&price=60000");
        assertThat(json(answer).get("msg").asString()).isEqualTo("Market is closed.");
        face.script().down(true);
        var down = client.unsigned("/api/v3/ping");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).startsWith("<html>");
    }

    @Test
    void whatTheMarketShowsIsWhatStandsInTheBook() {
        offer("61000", "1");
        client.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=6100");
        var depth = json(ok(client.unsigned("/api/v3/depth?symbol=BTCUSDT&limit=5")));
        assertThat(depth.get("asks").get(0).get(1).asString()).isEqualTo("0.90000000");
        assertThat(depth.get("bids")).isEmpty();
        assertThat(json(ok(client.unsigned("/api/v3/trades?symbol=BTCUSDT")))
                        .get(0)
                        .get("qty")
                        .asString())
                .isEqualTo("0.10000000");
        assertThat(json(ok(client.unsigned("/api/v3/ticker/bookTicker?symbol=BTCUSDT")))
                        .get("askPrice")
                        .asString())
                .isEqualTo("61000.00000000");
        assertThat(json(ok(client.unsigned("/api/v3/ticker/24hr?symbol=BTCUSDT")))
                        .get("volume")
                        .asString())
                .isEqualTo("0.10000000");
        assertThat(json(ok(client.unsigned("/api/v3/ticker/price")))).hasSize(3);
        assertThat(json(ok(client.unsigned("/api/v3/avgPrice?symbol=BTCUSDT")))
                        .get("price")
                        .asString())
                .isEqualTo("61000.00000000");
        assertThat(json(ok(client.unsigned("/api/v3/klines?symbol=BTCUSDT&interval=5m")))
                        .get(0)
                        .get(4)
                        .asString())
                .isEqualTo("61000.00000000");
        refused(client.unsigned("/api/v3/klines?symbol=BTCUSDT&interval=7m"), 400, -1120);
        var info = json(ok(client.unsigned("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22,%22ETHUSDT%22%5D")));
        assertThat(info.get("symbols")).hasSize(2);
        refused(client.unsigned("/api/v3/exchangeInfo?symbol=NOPE"), 400, -1121);
    }

    @Test
    void aTestOrderIsCheckedAndNotPlaced() {
        String order = LIMIT + "&side=BUY&quantity=4&price=60000"; // beyond the balance, which is not looked at
        assertThat(json(ok(client.signed("POST", "/api/v3/order/test", order)))).isEmpty();
        assertThat(json(ok(client.signed("POST", "/api/v3/order/test", order + "&computeCommissionRates=true")))
                        .get("standardCommissionForOrder")
                        .get("taker")
                        .asString())
                .isEqualTo("0.00100000");
        refused(client.signed("POST", "/api/v3/order/test", LIMIT + "&side=BUY&quantity=0&price=60000"), 400, -1013);
        assertThat(venue.openOrders(alice)).isEmpty();
    }

    @Test
    void theTruthNamesWhatReallyHappened() {
        offer("60000", "1");
        client.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&newClientOrderId=m1");
        JsonNode account =
                json(client.unsigned("/tidegate/truth")).get("accounts").get(1);
        assertThat(account.get("name").asString()).isEqualTo("alice");
        assertThat(account.get("placed").get("m1").asInt()).isEqualTo(1);
        assertThat(account.get("fills").get(0).get("qty").asString()).isEqualTo("0.10000000");
        assertThat(account.get("balances")).hasSize(4);
        var summary = json(client.unsigned("/tidegate/truth?summary=true"))
                .get("accounts")
                .get(1);
        assertThat(summary.get("fillTotal").asInt()).isEqualTo(1);
        assertThat(summary.get("placedTwice")).isEmpty();
        assertThat(summary.has("fills")).isFalse();
    }

    @Test
    void whatIsNotOfferedIsNotFound() {
        assertThat(client.unsigned("/api/v3/nothing").status()).isEqualTo(404);
        assertThat(client.send("POST", "/api/v3/userDataStream", "").status()).isEqualTo(410);
        assertThat(json(ok(client.unsigned("/sapi/v1/capital/config/getall?timestamp=1"))))
                .isEmpty();
    }

    @Test
    void lookUpsGoByIdAndTimeAndBothIdsMustAgree() {
        ok(client.signed("POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.1&price=60000&newClientOrderId=a1"));
        ok(client.signed("POST", "/api/v3/order", LIMIT + "&side=BUY&quantity=0.1&price=60000&newClientOrderId=a2"));
        refused(client.signed("GET", "/api/v3/order", "symbol=BTCUSDT&orderId=1&origClientOrderId=a2"), 400, -2039);
        refused(client.signed("GET", "/api/v3/order", "symbol=BTCUSDT"), 400, -1102);
        assertThat(json(ok(client.signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT&orderId=2"))))
                .hasSize(1);
        long ms = START_NS / 1_000_000;
        assertThat(json(ok(client.signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT&startTime=" + ms))))
                .hasSize(2);
        assertThat(json(ok(client.signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT&startTime=" + (ms + 1)))))
                .isEmpty();
        refused(
                client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&startTime=0&endTime=" + 86_400_001),
                400,
                -1127);
    }

    private void offer(String price, String quantity) {
        var instrument = btc.instrument();
        venue.place(
                maker,
                btc,
                OrderRequest.limit(
                        "offer" + price,
                        Side.SELL,
                        TimeInForce.GTC,
                        instrument.price(price),
                        instrument.quantity(quantity)),
                START_NS);
    }

    static HttpAnswer ok(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    static void refused(HttpAnswer answer, int status, int code) {
        assertThat(json(answer).get("code").asInt()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
