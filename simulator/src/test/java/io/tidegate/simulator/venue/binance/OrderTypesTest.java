package io.tidegate.simulator.venue.binance;

import static io.tidegate.simulator.venue.binance.BinanceFaceTest.ok;
import static io.tidegate.simulator.venue.binance.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.transport.HttpAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Orders that wait, hide, hang together or change, as the venue's fact sheet has them (§3, §4). Market at 65,000.
class OrderTypesTest {
    private static final String BTC = "symbol=BTCUSDT&";

    private final SimulatedVenue venue = new SimulatedVenue(VenueSettings.usual());
    private final Account bob = venue.open("bob", new Credentials("bobkey", "s"));
    private final Credentials keys = new Credentials("alicekey", "alicesecret");
    private final Account alice = venue.open("alice", keys);
    private final Market btc = venue.market("BTC/USDT").orElseThrow();
    private final BinanceFace face = new BinanceFace(venue, BinanceSettings.usual(), 1);
    private final TestClient client = new TestClient(face, keys, BinanceFaceTest.START_NS);
    private int bobs;

    @BeforeEach
    void subscribe() {
        client.connect(1);
        client.call(1, "userDataStream.subscribe.signature", Map.of());
    }

    @Test
    void aStopWaitsForATradeAndThenTakes() {
        bob(Side.BUY, "64000", "1");
        var placed = order("side=SELL&type=STOP_LOSS&quantity=0.1&stopPrice=64500&newClientOrderId=s1");
        assertThat(placed.has("status")).as("stops are acknowledged only").isFalse();
        var waiting = look("s1");
        assertThat(waiting.get("status").asString()).isEqualTo("NEW");
        assertThat(waiting.get("isWorking").asBoolean()).isFalse();
        assertThat(waiting.get("workingTime").asLong()).isEqualTo(-1);
        assertThat(balance("BTC")).isEqualTo("4.90000000 0.10000000");
        trade("64501");
        assertThat(look("s1").get("isWorking").asBoolean()).isFalse();
        trade("64500");
        assertThat(look("s1").get("status").asString()).isEqualTo("FILLED");
        assertThat(reports("s1")).containsExactly("NEW NEW false", "NEW NEW true", "TRADE FILLED false");
    }

    @Test
    void aTrailingStopFollowsTheBestPrice() {
        order(
                "side=SELL&type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=0.1&price=60000&trailingDelta=100&newClientOrderId=t1");
        trade("66000");
        trade("65341"); // 1 % below 66,000 is 65,340
        assertThat(look("t1").get("isWorking").asBoolean()).isFalse();
        trade("65340");
        assertThat(look("t1").get("isWorking").asBoolean()).isTrue();
        assertThat(look("t1").get("trailingDelta").asInt()).isEqualTo(100);
    }

    @Test
    void anIcebergShowsItsTipOnly() {
        order("side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=66000&icebergQty=0.2&newClientOrderId=i1");
        var asks = json(client.unsigned("/api/v3/depth?symbol=BTCUSDT")).get("asks");
        assertThat(asks.get(0).get(1).asString()).isEqualTo("0.20000000");
        bob(Side.BUY, "66000", "0.5");
        asks = json(client.unsigned("/api/v3/depth?symbol=BTCUSDT")).get("asks");
        assertThat(asks.get(0).get(1).asString()).isEqualTo("0.10000000");
        assertThat(look("i1").get("executedQty").asString()).isEqualTo("0.50000000");
    }

    @Test
    void whoWouldTradeWithHimselfIsStoppedAsHeAsked() {
        order("side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=66000&newClientOrderId=m1");
        var taker = order("side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.4&price=66000&newClientOrderId=m2"
                + "&selfTradePreventionMode=DECREMENT");
        assertThat(taker.get("status").asString()).isEqualTo("EXPIRED_IN_MATCH");
        assertThat(taker.get("preventedQuantity").asString()).isEqualTo("0.40000000");
        assertThat(look("m1").get("status").asString()).isEqualTo("NEW");
        assertThat(look("m1").get("preventedQuantity").asString()).isEqualTo("0.40000000");
        assertThat(reports("m1")).containsExactly("NEW NEW true", "TRADE_PREVENTION NEW true");
        assertThat(reports("m2")).containsExactly("NEW NEW true", "TRADE_PREVENTION EXPIRED_IN_MATCH false");
        var matches = json(ok(client.signed("GET", "/api/v3/myPreventedMatches", BTC + "preventedMatchId=1")));
        assertThat(matches.get(0).get("makerPreventedQuantity").asString()).isEqualTo("0.40000000");
        assertThat(balance("BTC")).isEqualTo("4.40000000 0.60000000");
        assertThat(balance("USDT")).isEqualTo("100000.00000000 0.00000000");
    }

    @Test
    void aSmallerOrderKeepsItsPlaceAndGetsAnotherName() {
        order("side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=66000&newClientOrderId=a1");
        bob(Side.SELL, "66000", "1");
        var answer = json(ok(client.signed(
                "PUT",
                "/api/v3/order/amend/keepPriority",
                BTC + "origClientOrderId=a1&newQty=0.4&newClientOrderId=a2")));
        assertThat(answer.get("amendedOrder").get("qty").asString()).isEqualTo("0.40000000");
        assertThat(answer.get("amendedOrder").get("origClientOrderId").asString())
                .isEqualTo("a1");
        bob(Side.BUY, "66000", "0.4");
        assertThat(look("a2").get("status").asString()).isEqualTo("FILLED");
        assertThat(reports("a2")).containsExactly("REPLACED NEW true", "TRADE FILLED false");
        var history = json(ok(client.signed("GET", "/api/v3/order/amendments", BTC + "orderId=1")));
        assertThat(history.get(0).get("newQty").asString()).isEqualTo("0.40000000");
        assertThat(balance("BTC")).startsWith("4.60000000");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
        newQty=2   | -2038 | Order amend (quantity increase) is not supported.
        newQty=1   | -2038 | The requested action would change no state; rejecting.
        newQty=0.000001 | -1013 | Filter failure: LOT_SIZE
        """)
    void anAmendmentThatIsNoneIsRefused(String query, int code, String message) {
        order("side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=66000&newClientOrderId=a1");
        var answer = client.signed("PUT", "/api/v3/order/amend/keepPriority", BTC + "origClientOrderId=a1&" + query);
        assertThat(json(answer).get("code").asInt()).isEqualTo(code);
        assertThat(json(answer).get("msg").asString()).isEqualTo(message);
    }

    @Test
    void cancelReplaceTellsWhichHalfWentWrong() {
        order("side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=66000&newClientOrderId=r1");
        String next = "&side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=67000";
        var both = replace("STOP_ON_FAILURE&cancelOrigClientOrderId=r1" + next + "&newClientOrderId=r2");
        assertThat(both.status()).isEqualTo(200);
        assertThat(json(both).get("newOrderResponse").get("clientOrderId").asString())
                .isEqualTo("r2");
        var none = replace("STOP_ON_FAILURE&cancelOrigClientOrderId=r1" + next);
        assertThat(none.status()).isEqualTo(400);
        assertThat(json(none).get("code").asInt()).isEqualTo(-2022);
        assertThat(json(none).get("data").get("newOrderResult").asString()).isEqualTo("NOT_ATTEMPTED");
        var placedOnly = replace("ALLOW_FAILURE&cancelOrigClientOrderId=r1" + next);
        assertThat(placedOnly.status()).isEqualTo(409);
        assertThat(json(placedOnly).get("code").asInt()).isEqualTo(-2021);
        assertThat(json(placedOnly).get("data").get("newOrderResult").asString())
                .isEqualTo("SUCCESS");
        var tooMuch = replace(
                "ALLOW_FAILURE&cancelOrigClientOrderId=r2&side=SELL&type=LIMIT&timeInForce=GTC&quantity=9&price=67000");
        assertThat(json(tooMuch).get("data").get("cancelResult").asString()).isEqualTo("SUCCESS");
        assertThat(json(tooMuch).get("data").get("newOrderResponse").get("code").asInt())
                .isEqualTo(-2010);
    }

    private HttpAnswer replace(String query) {
        return client.signed("POST", "/api/v3/order/cancelReplace", BTC + "cancelReplaceMode=" + query);
    }

    @Test
    void ofAPairOneCancelsTheOther() {
        var list = list(
                "oco",
                "side=SELL&quantity=1&listClientOrderId=l1&aboveType=LIMIT_MAKER&abovePrice=66000"
                        + "&aboveClientOrderId=up&belowType=STOP_LOSS_LIMIT&belowStopPrice=64000&belowPrice=63900"
                        + "&belowTimeInForce=GTC&belowClientOrderId=down");
        assertThat(list.get("contingencyType").asString()).isEqualTo("OCO");
        assertThat(list.get("orderReports")).hasSize(2);
        assertThat(balance("BTC")).as("locked once").isEqualTo("4.00000000 1.00000000");
        bob(Side.BUY, "66000", "0.3");
        assertThat(look("down").get("status").asString()).isEqualTo("EXPIRED");
        assertThat(look("up").get("status").asString()).isEqualTo("PARTIALLY_FILLED");
        assertThat(reports("down")).containsExactly("NEW NEW false", "EXPIRED EXPIRED false");
        bob(Side.BUY, "66000", "0.7");
        assertThat(listStatuses()).containsExactly("OCO EXEC_STARTED EXECUTING", "OCO ALL_DONE ALL_DONE");
        assertThat(json(ok(client.signed("GET", "/api/v3/openOrderList", "")))).isEmpty();
    }

    @Test
    void aStopOfAPairThatIsReachedTakesOverAndRests() {
        list(
                "oco",
                "side=SELL&quantity=1&aboveType=LIMIT_MAKER&abovePrice=66000&aboveClientOrderId=up"
                        + "&belowType=STOP_LOSS_LIMIT&belowStopPrice=64000&belowPrice=63900&belowTimeInForce=GTC"
                        + "&belowClientOrderId=down");
        trade("64000");
        assertThat(look("up").get("status").asString()).isEqualTo("EXPIRED");
        assertThat(look("down").get("isWorking").asBoolean()).isTrue();
        assertThat(look("down").get("status").asString()).isEqualTo("NEW");
        assertThat(balance("BTC")).isEqualTo("4.00000000 1.00000000");
        assertThat(json(ok(client.signed("DELETE", "/api/v3/order", BTC + "origClientOrderId=down")))
                        .get("listOrderStatus")
                        .asString())
                .isEqualTo("ALL_DONE");
        assertThat(balance("BTC")).isEqualTo("5.00000000 0.00000000");
    }

    @Test
    void aFilledOrderPlacesThePairBehindIt() {
        list(
                "otoco",
                "workingType=LIMIT&workingSide=BUY&workingPrice=64900&workingQuantity=0.5&workingTimeInForce=GTC"
                        + "&workingClientOrderId=first&pendingSide=SELL&pendingQuantity=0.5&pendingAboveType=LIMIT_MAKER"
                        + "&pendingAbovePrice=66000&pendingAboveClientOrderId=up&pendingBelowType=STOP_LOSS"
                        + "&pendingBelowStopPrice=64000&pendingBelowClientOrderId=down");
        assertThat(look("up").get("status").asString()).isEqualTo("PENDING_NEW");
        bob(Side.SELL, "64900", "0.5");
        assertThat(look("first").get("status").asString()).isEqualTo("FILLED");
        assertThat(look("up").get("status").asString()).isEqualTo("NEW");
        assertThat(look("down").get("isWorking").asBoolean()).isFalse();
        bob(Side.BUY, "63000", "1");
        trade("64000");
        assertThat(look("down").get("status").asString()).isEqualTo("FILLED");
        assertThat(look("up").get("status").asString()).isEqualTo("EXPIRED");
        assertThat(listStatuses().getLast()).isEqualTo("OTO ALL_DONE ALL_DONE");
    }

    @Test
    void withTheFirstOrderTheOnesBehindItEnd() {
        list(
                "oto",
                "workingType=LIMIT&workingSide=BUY&workingPrice=64900&workingQuantity=0.5&workingTimeInForce=GTC"
                        + "&workingClientOrderId=first&pendingType=MARKET&pendingSide=SELL&pendingQuantity=0.5"
                        + "&pendingClientOrderId=then&listClientOrderId=l1");
        ok(client.signed("DELETE", "/api/v3/orderList", BTC + "listClientOrderId=l1"));
        assertThat(look("then").get("status").asString()).isEqualTo("CANCELED");
        assertThat(look("first").get("status").asString()).isEqualTo("CANCELED");
        assertThat(json(ok(client.signed("GET", "/api/v3/orderList", "origClientOrderId=l1")))
                        .get("listStatusType")
                        .asString())
                .isEqualTo("ALL_DONE");
    }

    @Test
    void aDepositIsTold() {
        venue.deposit(alice, btc.base(), Amount.parse("1.5"), client.nowNs);
        client.tick();
        var event = client.events().getFirst();
        assertThat(event.get("e").asString()).isEqualTo("balanceUpdate");
        assertThat(event.get("d").asString()).isEqualTo("1.50000000");
        assertThat(balance("BTC")).isEqualTo("6.50000000 0.00000000");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
        side=SELL&type=STOP_LOSS&quantity=0.1&stopPrice=65500                          | -2010 | Order would trigger immediately.
        side=BUY&type=TAKE_PROFIT&quantity=0.1&stopPrice=65500                         | -2010 | Order would trigger immediately.
        side=SELL&type=STOP_LOSS&quantity=0.1                                          | -1102 | Param 'stopPrice' or 'trailingDelta' must be sent, but both were empty/null!
        side=SELL&type=STOP_LOSS&quantity=0.1&trailingDelta=5                          | -1013 | Filter failure: TRAILING_DELTA
        side=SELL&type=STOP_LOSS_LIMIT&quantity=0.1&stopPrice=64000&price=63000        | -1102 | Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.
        side=SELL&type=STOP_LOSS&quantity=0.1&stopPrice=64000&price=63000              | -1106 | Parameter 'price' sent when not required.
        side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.1&price=66000&stopPrice=64000  | -1106 | Parameter 'stopPrice' sent when not required.
        side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=66000&icebergQty=0.05    | -1013 | Filter failure: ICEBERG_PARTS
        side=SELL&type=LIMIT&timeInForce=IOC&quantity=1&price=66000&icebergQty=0.5     | -1128 | Combination of optional parameters invalid.
        side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.1&price=400000                 | -1013 | Filter failure: PERCENT_PRICE_BY_SIDE
        side=SELL&type=LIMIT&timeInForce=GTC&quantity=0.1&price=66000&selfTradePreventionMode=X | -1130 | Data sent for parameter 'selfTradePreventionMode' is not valid.
        """)
    void anOrderThatIsNotRightIsRefusedInTheVenuesWords(String query, int code, String message) {
        var answer = client.signed("POST", "/api/v3/order", BTC + query);
        assertThat(json(answer).get("code").asInt()).isEqualTo(code);
        assertThat(json(answer).get("msg").asString()).isEqualTo(message);
        assertThat(venue.openOrders(alice)).isEmpty();
    }

    @Test
    void onlySoManyStopsMayWait() {
        for (int i = 0; i < 5; i++) {
            order("side=SELL&type=STOP_LOSS&quantity=0.1&stopPrice=64000");
        }
        var answer =
                client.signed("POST", "/api/v3/order", BTC + "side=SELL&type=STOP_LOSS&quantity=0.1&stopPrice=64000");
        assertThat(json(answer).get("msg").asString()).isEqualTo("Filter failure: MAX_NUM_ALGO_ORDERS");
    }

    private JsonNode order(String query) {
        return json(ok(client.signed("POST", "/api/v3/order", BTC + query)));
    }

    private JsonNode list(String kind, String query) {
        return json(ok(client.signed("POST", "/api/v3/orderList/" + kind, BTC + query)));
    }

    private JsonNode look(String clientId) {
        return json(ok(client.signed("GET", "/api/v3/order", BTC + "origClientOrderId=" + clientId)));
    }

    private String balance(String asset) {
        for (JsonNode balance :
                json(ok(client.signed("GET", "/api/v3/account", ""))).get("balances")) {
            if (balance.get("asset").asString().equals(asset)) {
                return balance.get("free").asString() + " "
                        + balance.get("locked").asString();
            }
        }
        throw new AssertionError("no " + asset);
    }

    /// Type, status and whether it is in the book, of each report on the order of that client id.
    private List<String> reports(String clientId) {
        return client.events().stream()
                .filter(e -> e.get("e").asString().equals("executionReport")
                        && e.get("c").asString().equals(clientId))
                .map(e -> e.get("x").asString() + " " + e.get("X").asString() + " "
                        + e.get("w").asBoolean())
                .toList();
    }

    private List<String> listStatuses() {
        return client.events().stream()
                .filter(e -> e.get("e").asString().equals("listStatus"))
                .map(e -> e.get("c").asString() + " " + e.get("l").asString() + " "
                        + e.get("L").asString())
                .toList();
    }

    /// Two others trade at a price.
    private void trade(String price) {
        bob(Side.SELL, price, "0.001");
        var carol = venue.open("carol" + bobs, new Credentials("carol" + bobs, "s"));
        var instrument = btc.instrument();
        venue.place(
                carol,
                btc,
                OrderRequest.limit(
                        "c", Side.BUY, TimeInForce.IOC, instrument.price(price), instrument.quantity("0.001")),
                client.nowNs);
        client.tick();
    }

    private void bob(Side side, String price, String quantity) {
        var instrument = btc.instrument();
        venue.place(
                bob,
                btc,
                OrderRequest.limit(
                        "b" + ++bobs, side, TimeInForce.GTC, instrument.price(price), instrument.quantity(quantity)),
                client.nowNs);
        client.tick();
    }
}
