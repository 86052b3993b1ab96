package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.BTC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoldenOutTest {
    private static final long NOW_MS = 1_700_000_000_000L;

    private final CallCheck check = new CallCheck(Symbols.of(List.of(BTC)));
    private final Signer signer = Signer.hmac(Conversation.KEY, Conversation.SECRET);

    private static VenueOrder order(Side side, OrderType type, TimeInForce tif, String quantity, String price) {
        return new VenueOrder(BTC, "tg1-1", side, type, tif, BTC.quantity(quantity), BTC.price(price), false);
    }

    private static VenueOrder usual(Side side, OrderType type, TimeInForce tif) {
        return order(side, type, tif, "0.01", "52000.5");
    }

    private static VenueOrder with(
            OrderType type, String stopPrice, int trailingBps, String displayQuantity, SelfTrade selfTrade) {
        return new VenueOrder(
                BTC,
                "tg1-1",
                Side.BUY,
                type,
                TimeInForce.GTC,
                BTC.quantity("0.01"),
                BTC.price("52000.5"),
                false,
                new Instructions(
                        Trigger.LAST,
                        BTC.price(stopPrice),
                        0,
                        trailingBps,
                        BTC.quantity(displayQuantity),
                        false,
                        selfTrade,
                        0,
                        ""));
    }

    private static VenueOrder postOnly() {
        return new VenueOrder(
                BTC,
                "tg1-1",
                Side.SELL,
                OrderType.LIMIT,
                TimeInForce.GTC,
                BTC.quantity("0.01"),
                BTC.price("52000.5"),
                true);
    }

    private Request request(String name) {
        var ours = new OrderKey(BTC, "tg1-1", "");
        var theirs = new OrderKey(BTC, "tg1-1", "12569099453");
        return switch (name) {
            case "place-limit-gtc" -> Requests.submit(usual(Side.BUY, OrderType.LIMIT, TimeInForce.GTC));
            case "place-limit-ioc" -> Requests.submit(usual(Side.SELL, OrderType.LIMIT, TimeInForce.IOC));
            case "place-limit-fok" -> Requests.submit(usual(Side.BUY, OrderType.LIMIT, TimeInForce.FOK));
            case "place-post-only" -> Requests.submit(postOnly());
            case "place-market" -> Requests.submit(usual(Side.BUY, OrderType.MARKET, TimeInForce.IOC));
            case "place-smallest" ->
                Requests.submit(order(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, "0.00000001", "0.00000001"));
            case "cancel-by-client-id" -> Requests.cancel(ours);
            case "cancel-by-venue-id" -> Requests.cancel(theirs);
            case "cancel-all" -> Requests.cancelAll(BTC);
            case "look-up-by-client-id" -> Requests.lookUp(ours);
            case "look-up-by-venue-id" -> Requests.lookUp(theirs);
            case "open-orders" -> Requests.openOrders();
            case "trades-of-a-day" -> Requests.trades(BTC, 1_699_900_000_000L, 1_699_986_399_999L);
            case "trades-from-an-id" -> Requests.tradesFrom(BTC, 1_650_422_483L);
            case "balances" -> Requests.balances();
            case "place-stop-limit" ->
                Requests.submit(with(OrderType.STOP_LIMIT, "52100", 0, "0", SelfTrade.REFUSE_NEWER));
            case "place-stop-market" ->
                Requests.submit(with(OrderType.STOP_MARKET, "52100", 0, "0", SelfTrade.REFUSE_NEWER));
            case "place-trailing-stop" ->
                Requests.submit(with(OrderType.TRAILING_STOP, "0", 150, "0", SelfTrade.REFUSE_NEWER));
            case "place-iceberg" -> Requests.submit(with(OrderType.LIMIT, "0", 0, "0.002", SelfTrade.CANCEL_OLDER));
            case "test-limit" -> Requests.test(usual(Side.BUY, OrderType.LIMIT, TimeInForce.GTC));
            case "replace-by-venue-id" ->
                Requests.replace(theirs, usual(Side.SELL, OrderType.LIMIT, TimeInForce.GTC), false);
            case "replace-by-client-id-in-any-case" ->
                Requests.replace(ours, usual(Side.SELL, OrderType.MARKET, TimeInForce.GTC), true);
            case "amend" -> Requests.amend(theirs, "0.005");
            case "cancel-list" -> Requests.cancelList(BTC, "list-1");
            case "amendments" -> Requests.amendments(theirs);
            case "open-orders-of-a-symbol" -> Requests.openOrders(BTC);
            case "orders-of-a-day" -> Requests.orders(BTC, 1_699_900_000_000L, 1_699_986_399_999L);
            case "orders-from-an-id" -> Requests.ordersFrom(BTC, 28);
            case "fees" -> Requests.fees(BTC);
            case "order-counts" -> Requests.orderCounts();
            case "listings" -> Requests.listings(List.of());
            case "listings-of-two" -> Requests.listings(List.of("BTCUSDT", "ETHUSDT"));
            case "quote" -> Requests.quote(BTC);
            case "subscribe" -> Requests.subscribe(false);
            case "ping" -> Requests.ping();
            case "time" -> Requests.time();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "place-limit-gtc",
                "place-limit-ioc",
                "place-limit-fok",
                "place-post-only",
                "place-market",
                "place-smallest",
                "cancel-by-client-id",
                "cancel-by-venue-id",
                "cancel-all",
                "look-up-by-client-id",
                "look-up-by-venue-id",
                "open-orders",
                "trades-of-a-day",
                "trades-from-an-id",
                "balances",
                "quote",
                "place-stop-limit",
                "place-stop-market",
                "place-trailing-stop",
                "place-iceberg",
                "test-limit",
                "replace-by-venue-id",
                "replace-by-client-id-in-any-case",
                "amend",
                "cancel-list",
                "amendments",
                "open-orders-of-a-symbol",
                "orders-of-a-day",
                "orders-from-an-id",
                "fees",
                "order-counts",
                "listings",
                "listings-of-two",
                "subscribe",
                "ping"
            })
    void aFrameIsTheGoldenOne(String name) {
        // Field by field in the same order, so that only the white space of the file is not ours.
        String golden =
                Json.read(Golden.text("out/" + name + ".json").getBytes(UTF_8)).toString();
        assertEquals(golden, request(name).frame("7", signer, NOW_MS, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancel-by-client-id",
                "cancel-all",
                "look-up-by-client-id",
                "look-up-by-venue-id",
                "open-orders",
                "trades-of-a-day",
                "balances",
                "quote",
                "place-limit-gtc",
                "place-stop-limit",
                "replace-by-venue-id",
                "amend",
                "order-counts",
                "listings-of-two",
                "time"
            })
    void aRestRequestIsTheGoldenOne(String name) {
        var http = request(name).http(signer, NOW_MS);
        assertEquals(Golden.text("out/rest-" + name + ".txt"), http.method() + " " + http.target());
        assertEquals(
                request(name).operation().isSigned, http.header("X-MBX-APIKEY").isPresent());
        assertEquals(0, http.body().length);
    }

    @ParameterizedTest(name = "{0} {1} {2} post-only {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            LIMIT         | GTC | tg1-1          | false |
            MARKET        | DAY | tg1-1          | false |
            LIMIT         | GTD | tg1-1          | false | time in force GTD: expected GTC, IOC or FOK
            LIMIT         | DAY | tg1-1          | false | time in force DAY: expected GTC, IOC or FOK
            STOP_LIMIT    | GTC | tg1-1          | false | stop price 0 of a STOP_LIMIT: expected above 0
            TRAILING_STOP | GTC | tg1-1          | false | trailing offset of 0 bps: expected 1 to 2000
            LIMIT         | IOC | tg1-1          | true  | post-only LIMIT IOC: expected LIMIT GTC
            MARKET        | GTC | tg1-1          | true  | post-only MARKET GTC: expected LIMIT GTC
            LIMIT         | GTC | 'a b'          | false | client order id 'a b': expected 1 to 36 of a-z A-Z 0-9 _ -
            LIMIT         | GTC | ''             | false | client order id '': expected 1 to 36 of a-z A-Z 0-9 _ -
            """)
    void whatTheVenueCannotBeToldIsRefusedBeforeItLeaves(
            OrderType type, TimeInForce tif, String clientOrderId, boolean postOnly, String problem) {
        var order = new VenueOrder(BTC, clientOrderId, Side.BUY, type, tif, 1, 1, postOnly);
        String found = check.problem(new VenueCall.Submit(order)).orElse("");
        assertEquals(problem == null ? "" : "binance: " + problem, found);
    }

    @Test
    void anInstrumentThatIsNotInTheSettingsIsRefusedInEveryCall() {
        var eth = Conversation.ETH;
        for (VenueCall call : List.of(
                new VenueCall.Cancel(new OrderKey(eth, "tg1-1", "")),
                new VenueCall.CancelAll(eth),
                new VenueCall.LookUp(new OrderKey(eth, "tg1-1", "")),
                new VenueCall.Fills(eth, 0),
                new VenueCall.Quote(eth))) {
            assertEquals(
                    "binance: instrument ETH/USDT is not in the settings",
                    check.problem(call).orElseThrow());
        }
        assertTrue(check.problem(new VenueCall.LookUp(new OrderKey(BTC, "", "12a")))
                .isPresent());
        assertFalse(
                check.problem(new VenueCall.LookUp(new OrderKey(BTC, "", "12"))).isPresent());
    }
}
