package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.BTC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
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

    private final Requests requests = new Requests(Symbols.of(List.of(BTC)));
    private final Signer signer = Signer.hmac(Conversation.KEY, Conversation.SECRET);

    private static VenueOrder order(Side side, OrderType type, TimeInForce tif, String quantity, String price) {
        return new VenueOrder(BTC, "tg1-1", side, type, tif, BTC.quantity(quantity), BTC.price(price), false);
    }

    private static VenueOrder usual(Side side, OrderType type, TimeInForce tif) {
        return order(side, type, tif, "0.01", "52000.5");
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
            case "place-limit-gtc" -> requests.submit(usual(Side.BUY, OrderType.LIMIT, TimeInForce.GTC));
            case "place-limit-ioc" -> requests.submit(usual(Side.SELL, OrderType.LIMIT, TimeInForce.IOC));
            case "place-limit-fok" -> requests.submit(usual(Side.BUY, OrderType.LIMIT, TimeInForce.FOK));
            case "place-post-only" -> requests.submit(postOnly());
            case "place-market" -> requests.submit(usual(Side.BUY, OrderType.MARKET, TimeInForce.IOC));
            case "place-smallest" ->
                requests.submit(order(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, "0.00000001", "0.00000001"));
            case "cancel-by-client-id" -> requests.cancel(ours);
            case "cancel-by-venue-id" -> requests.cancel(theirs);
            case "cancel-all" -> requests.cancelAll(BTC);
            case "look-up-by-client-id" -> requests.lookUp(ours);
            case "look-up-by-venue-id" -> requests.lookUp(theirs);
            case "open-orders" -> requests.openOrders();
            case "trades-of-a-day" -> requests.trades(BTC, 1_699_900_000_000L, 1_699_986_399_999L);
            case "trades-from-an-id" -> requests.tradesFrom(BTC, 1_650_422_483L);
            case "balances" -> requests.balances();
            case "quote" -> requests.quote(BTC);
            case "subscribe" -> requests.subscribe();
            case "ping" -> requests.ping();
            case "time" -> requests.time();
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
                "subscribe",
                "ping"
            })
    void aFrameIsTheGoldenOne(String name) {
        // Field by field in the same order, so that only the white space of the file is not ours.
        String golden =
                Json.read(Golden.text("out/" + name + ".json").getBytes(UTF_8)).toString();
        assertEquals(golden, request(name).frame("7", signer, NOW_MS));
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
            STOP_LIMIT    | GTC | tg1-1          | false | order type STOP_LIMIT: expected LIMIT or MARKET
            TRAILING_STOP | GTC | tg1-1          | false | order type TRAILING_STOP: expected LIMIT or MARKET
            LIMIT         | IOC | tg1-1          | true  | post-only LIMIT IOC: expected LIMIT GTC
            MARKET        | GTC | tg1-1          | true  | post-only MARKET GTC: expected LIMIT GTC
            LIMIT         | GTC | 'a b'          | false | client order id 'a b': expected 1 to 36 of a-z A-Z 0-9 _ -
            LIMIT         | GTC | ''             | false | client order id '': expected 1 to 36 of a-z A-Z 0-9 _ -
            """)
    void whatTheVenueCannotBeToldIsRefusedBeforeItLeaves(
            OrderType type, TimeInForce tif, String clientOrderId, boolean postOnly, String problem) {
        var order = new VenueOrder(BTC, clientOrderId, Side.BUY, type, tif, 1, 1, postOnly);
        String found = requests.problem(new VenueCall.Submit(order)).orElse("");
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
                    requests.problem(call).orElseThrow());
        }
        assertTrue(requests.problem(new VenueCall.LookUp(new OrderKey(BTC, "", "12a")))
                .isPresent());
        assertFalse(requests.problem(new VenueCall.LookUp(new OrderKey(BTC, "", "12")))
                .isPresent());
    }
}
