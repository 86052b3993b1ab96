package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.BTC;
import static io.tidegate.venues.binance.Conversation.ETH;
import static io.tidegate.venues.binance.Conversation.MS;
import static io.tidegate.venues.binance.Conversation.limitBuy;
import static io.tidegate.venues.binance.Conversation.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Instructions;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.FeeRates;
import io.tidegate.venues.api.Listing;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.OrderState;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Calls beside those of every day: tests, amendments, lists, surveys, and orders by REST.
final class FurtherCallsTest {
    private final Conversation venue = Conversation.ready();

    private static VenueOrder stop(String clientOrderId, Side side, OrderType type, String price, String stopPrice) {
        return new VenueOrder(
                BTC,
                clientOrderId,
                side,
                type,
                TimeInForce.GTC,
                BTC.quantity("0.01"),
                BTC.price(price),
                false,
                new Instructions(Trigger.LAST, BTC.price(stopPrice), 0, 0, 0, false, SelfTrade.REFUSE_NEWER, 0, ""));
    }

    private static VenueOrder maker(String clientOrderId, Side side, String price) {
        return new VenueOrder(
                BTC,
                clientOrderId,
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                BTC.quantity("0.01"),
                BTC.price(price),
                true);
    }

    @Test
    void aTestedOrderIsCheckedAndNotPlaced() {
        venue.call(1, new VenueCall.Test(limitBuy("tg1-1")));
        assertEquals("order.test", venue.lastMethod());
        venue.result("{}");
        assertEquals(new Outcome.Passed(), venue.outcome(1));
        venue.call(2, new VenueCall.Test(limitBuy("tg1-1")));
        venue.refuse(400, -1013, "Filter failure: LOT_SIZE");
        venue.assertFailed(2, Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, Reason.OFF_GRID, "-1013");
    }

    @Test
    void lessQuantityKeepsThePlaceAndTheId() {
        var wanted = limitBuy("tg1-1");
        venue.call(1, new VenueCall.Amend(new OrderKey(BTC, "tg1-1", "28"), wanted));
        String frame = venue.out.frames.getLast();
        assertTrue(frame.contains("\"newClientOrderId\":\"tg1-1\",\"newQty\":\"0.01\",\"orderId\":28"), frame);
        venue.result("{\"transactTime\":1700000000123,\"executionId\":16,\"amendedOrder\":{\"symbol\":\"BTCUSDT\","
                + "\"orderId\":28,\"orderListId\":-1,\"origClientOrderId\":\"tg1-1\",\"clientOrderId\":\"tg1-1\","
                + "\"price\":\"52000.00000000\",\"qty\":\"0.01000000\",\"executedQty\":\"0.00000000\","
                + "\"cumulativeQuoteQty\":\"0.00000000\",\"status\":\"NEW\",\"timeInForce\":\"GTC\","
                + "\"type\":\"LIMIT\",\"side\":\"BUY\"}}");
        OrderState order = ((Outcome.Done) venue.outcome(1)).order();
        assertEquals(wanted.quantity() + " at " + wanted.price(), order.quantity() + " at " + order.price());
    }

    @Test
    void exitsAreNamedByWhereTheyLie() {
        var above = stop("tg1-1", Side.BUY, OrderType.STOP_LIMIT, "53000", "52500");
        var below = maker("tg1-2", Side.BUY, "51000");
        venue.call(1, new VenueCall.SubmitList(new OrderList("", OrderList.Kind.OCO, List.of(below, above))));
        String frame = venue.out.frames.getLast();
        assertEquals("orderList.place.oco", venue.lastMethod());
        assertTrue(
                frame.contains("\"aboveStopPrice\":\"52500\",\"aboveTimeInForce\":\"GTC\","
                        + "\"aboveType\":\"STOP_LOSS_LIMIT\""),
                frame);
        assertTrue(
                frame.contains(
                        "\"belowClientOrderId\":\"tg1-2\",\"belowPrice\":\"51000\"," + "\"belowType\":\"LIMIT_MAKER\""),
                frame);
        venue.result("{\"orderListId\":2,\"contingencyType\":\"OCO\",\"orderReports\":[" + placed("tg1-1", 28) + ","
                + placed("tg1-2", 29) + "]}");
        assertEquals(2, ((Outcome.ListPlaced) venue.outcome(1)).orders().size());
    }

    @Test
    void anOrderThatSetsOffTwoExitsNamesAllThree() {
        var list = new OrderList(
                "list-1",
                OrderList.Kind.OTOCO,
                List.of(
                        limitBuy("tg1-1"),
                        maker("tg1-2", Side.SELL, "54000"),
                        stop("tg1-3", Side.SELL, OrderType.STOP_MARKET, "50000", "51000")));
        venue.call(1, new VenueCall.SubmitList(list));
        String frame = venue.out.frames.getLast();
        assertEquals("orderList.place.otoco", venue.lastMethod());
        for (String part : List.of(
                "\"listClientOrderId\":\"list-1\"",
                "\"workingSide\":\"BUY\"",
                "\"workingQuantity\":\"0.01\"",
                "\"pendingSide\":\"SELL\"",
                "\"pendingQuantity\":\"0.01\"",
                "\"pendingAboveType\":\"LIMIT_MAKER\"",
                "\"pendingBelowType\":\"STOP_LOSS\"",
                "\"pendingBelowStopPrice\":\"51000\"")) {
            assertTrue(frame.contains(part), () -> part + " in " + frame);
        }
        assertFalse(frame.contains("pendingAboveSide"), frame);
    }

    @Test
    void aListWithoutAReportOfEachLegIsInDoubt() {
        var list =
                new OrderList("", OrderList.Kind.OTO, List.of(limitBuy("tg1-1"), maker("tg1-2", Side.SELL, "54000")));
        venue.call(1, new VenueCall.SubmitList(list));
        venue.result("{\"orderListId\":2,\"orderReports\":[" + placed("tg1-1", 28) + "]}");
        venue.assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
    }

    @Test
    void exitsThatTheVenueCannotTellApartAreRefusedBeforeTheyLeave() {
        var one = maker("tg1-1", Side.SELL, "54000");
        venue.call(
                1,
                new VenueCall.SubmitList(
                        new OrderList("", OrderList.Kind.OCO, List.of(one, maker("tg1-2", Side.SELL, "54000")))));
        venue.assertFailed(1, Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, Reason.BAD_FIELD, "BAD_CALL");
    }

    @Test
    void feesAreAllThatTheVenueAddsUp() {
        venue.call(1, new VenueCall.Fees(BTC));
        venue.result("{\"symbol\":\"BTCUSDT\",\"standardCommission\":{\"maker\":\"0.001\",\"taker\":\"0.001\","
                + "\"buyer\":\"0\",\"seller\":\"0\"},\"specialCommission\":{\"maker\":\"0.0001\",\"taker\":\"0.0002\","
                + "\"buyer\":\"0\",\"seller\":\"0\"},\"taxCommission\":{\"maker\":\"0.00001\",\"taker\":\"0.00001\","
                + "\"buyer\":\"0\",\"seller\":\"0.00002\"},\"discount\":{\"enabledForAccount\":true,"
                + "\"enabledForSymbol\":true,\"discountAsset\":\"BNB\",\"discount\":\"0.75\"}}");
        assertEquals(
                new Outcome.FeesSeen(new FeeRates(
                        BTC,
                        Amount.parse("0.00111"),
                        Amount.parse("0.00121"),
                        Amount.ZERO,
                        Amount.parse("0.00002"),
                        "BNB")),
                venue.outcome(1));
    }

    private static String exchangeInfo(String status, String filters) {
        return "{\"timezone\":\"UTC\",\"rateLimits\":[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\","
                + "\"intervalNum\":10,\"limit\":100}],\"symbols\":[{\"symbol\":\"ETHUSDT\",\"status\":\"" + status
                + "\",\"baseAsset\":\"ETH\",\"quoteAsset\":\"USDT\",\"orderTypes\":[\"LIMIT\",\"MARKET\"],"
                + "\"amendAllowed\":true,\"isSpotTradingAllowed\":true,\"filters\":[" + filters
                + "],\"allowedSelfTradePreventionModes\":[\"NONE\",\"DECREMENT\"]}]}";
    }

    @Test
    void aListingHasItsGridAndEveryRule() {
        venue.call(1, new VenueCall.Listings());
        venue.result(exchangeInfo(
                "TRADING",
                "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\","
                        + "\"maxPrice\":\"1000000.00\",\"tickSize\":\"0.01\"},{\"filterType\":\"LOT_SIZE\","
                        + "\"minQty\":\"0.0001\",\"maxQty\":\"9000\",\"stepSize\":\"0.0001\"},{\"filterType\":\"NOTIONAL\","
                        + "\"minNotional\":\"5.0\",\"applyMinToMarket\":true,\"avgPriceMins\":5},"
                        + "{\"filterType\":\"MAX_NUM_ORDERS\",\"maxNumOrders\":200}"));
        var told = (Outcome.ListingsSeen) venue.outcome(1);
        Listing listing = told.listings().getFirst();
        assertEquals(Listing.Phase.OPEN, listing.phase());
        assertEquals(
                Optional.of(new Grid(1, 1, 1, 90_000_000, Amount.parse("5"))), listing.grid(ETH), "at scales 2 and 4");
        assertEquals("200", listing.rules().get("MAX_NUM_ORDERS.maxNumOrders"));
        assertEquals("true", listing.rules().get("NOTIONAL.applyMinToMarket"));
        assertTrue(listing.words().containsAll(List.of("LIMIT", "amendAllowed", "selfTradePrevention:DECREMENT")));
        assertEquals(100, told.limits().getFirst().capacity());
    }

    @Test
    void whatIsNotTradedIsNotOpenWhateverItsStatusIsCalled() {
        venue.call(1, new VenueCall.Listings());
        venue.result(exchangeInfo("SOMETHING_NEW", ""));
        Listing listing = ((Outcome.ListingsSeen) venue.outcome(1)).listings().getFirst();
        assertEquals(Listing.Phase.HALTED, listing.phase());
    }

    @Test
    void aRuleThatIsNoDecimalIsNotGuessed() {
        venue.call(1, new VenueCall.Listings());
        venue.result(exchangeInfo("TRADING", "{\"filterType\":\"PRICE_FILTER\",\"tickSize\":\"a cent\"}"));
        assertTrue(
                venue.error(1).message().contains("tickSize: expected a plain decimal as text, found \"a cent\""),
                venue.error(1)::message);
    }

    @Test
    void theCountOfOrdersIsToldWithItsOutcome() {
        venue.call(1, new VenueCall.Counts());
        venue.result("[{\"rateLimitType\":\"ORDERS\",\"interval\":\"DAY\",\"intervalNum\":1,\"limit\":160000,"
                + "\"count\":4043}]");
        assertEquals(new Outcome.CountsSeen(), venue.outcome(1));
        assertEquals(4_043, venue.out.used.get("ORDERS_1D"));
    }

    @Test
    void pastOrdersAreReadByPages() {
        venue.call(1, new VenueCall.History(BTC, venue.nowNs - 1_000 * MS));
        assertEquals("allOrders", venue.lastMethod());
        venue.result("[" + placed("tg1-1", 28) + "]");
        assertTrue(venue.out.frames.getLast().contains("\"orderId\":29"), venue.out.frames.getLast());
        venue.result("[]");
        assertEquals(1, ((Outcome.HistorySeen) venue.outcome(1)).orders().size());
    }

    // Orders by REST

    private static Conversation byRest() {
        var settings = new BinanceSettings(
                Conversation.SITE,
                Signer.hmac(Conversation.KEY, Conversation.SECRET),
                List.of(BTC, ETH),
                50,
                160_000,
                BinanceSettings.OrdersBy.REST);
        return new Conversation(settings).start();
    }

    @Test
    void ordersGoByRestWhereTheSettingsSaySo() {
        Conversation rest = byRest();
        rest.submit(1, "tg1-1");
        var request = rest.out.https.getLast().request();
        assertEquals("POST /api/v3/order", request.method() + " " + request.path());
        rest.http(placed("tg1-1", 28));
        assertTrue(rest.outcome(1) instanceof Outcome.Done);
        rest.call(2, new VenueCall.LookUp(new OrderKey(BTC, "tg1-1", "")));
        assertEquals("order.status", rest.lastMethod(), "what changes nothing still goes by the socket");
    }

    @Test
    void anOrderByRestThatIsLostIsInDoubtUnlessNoByteWasSent() {
        Conversation rest = byRest();
        rest.submit(1, "tg1-1");
        rest.session.httpLost(rest.out.https.getLast().id(), Loss.maybeSent("reset"), rest.nowNs, rest.out);
        rest.assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        rest.submit(2, "tg1-2");
        rest.session.httpLost(rest.out.https.getLast().id(), Loss.notSent("refused"), rest.nowNs, rest.out);
        rest.assertFailed(2, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "DISCONNECTED");
    }

    @Test
    void withoutTheStreamNoOrderGoesByRestEither() {
        Conversation rest = byRest();
        rest.disconnect();
        rest.submit(1, "tg1-1");
        rest.assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
    }
}
