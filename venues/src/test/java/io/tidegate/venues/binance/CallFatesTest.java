package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.ALL_FILLED;
import static io.tidegate.venues.binance.Conversation.BTC;
import static io.tidegate.venues.binance.Conversation.MS;
import static io.tidegate.venues.binance.Conversation.SECOND;
import static io.tidegate.venues.binance.Conversation.execution;
import static io.tidegate.venues.binance.Conversation.placed;
import static io.tidegate.venues.binance.Conversation.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.order.OrderStatus;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a session makes of a call's possible fates; the test is the venue and the network.
final class CallFatesTest {
    private static final OrderKey ORDER = new OrderKey(BTC, "tg1-1", "");

    private final Conversation venue = new Conversation();

    // Submitting

    @Test
    void anOrderBeforeReadyIsNotExecutedAndNothingIsSent() {
        venue.submit(1, "tg1-1");
        venue.assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
        assertEquals(List.of(), venue.out.frames);
        assertEquals(List.of(), venue.out.https);
    }

    @Test
    void anOrderThatTheSocketDoesNotTakeIsNotExecuted() {
        venue.start();
        venue.out.isOpen = false;
        venue.submit(1, "tg1-1");
        venue.assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
        venue.disconnect();
        venue.outcome(1);
    }

    @Test
    void anOrderHandedToTheSocketIsInDoubtWhenItDisconnects() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.call(2, new VenueCall.Cancel(ORDER));
        venue.call(3, new VenueCall.Balances());
        assertTrue(venue.isPending(1));
        venue.disconnect();
        venue.assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        venue.assertFailed(2, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        venue.assertFailed(3, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "DISCONNECTED");
        assertFalse(venue.out.isReady);
    }

    @Test
    void x01_anAnswerAfterTheDeadlineIsAFactAndNoSecondOutcome() {
        venue.start();
        venue.submit(1, "tg1-1");
        String id = venue.lastId();
        assertEquals(venue.nowNs + 5 * SECOND, venue.out.wakeAtNs);
        venue.pass(5 * SECOND);
        venue.assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "TIMEOUT");
        venue.frame("{\"id\":\"" + id + "\",\"status\":200,\"result\":" + placed("tg1-1", 28) + "}");
        venue.outcome(1);
        var order = venue.reports(VenueReport.OrderReport.class).getFirst().order();
        assertEquals(OrderStatus.OPEN, order.status());
        assertEquals("28", order.venueOrderId());
        venue.frame("{\"id\":\"" + id + "\",\"status\":200,\"result\":" + placed("tg1-1", 28) + "}");
        assertEquals(
                "answer to nothing that was asked",
                venue.reports(VenueReport.Unreadable.class).getFirst().what());
    }

    @Test
    void aLateRefusalTellsThatTheOrderNeverCameToBe() {
        venue.start();
        venue.submit(1, "tg1-1");
        String id = venue.lastId();
        venue.pass(6 * SECOND);
        venue.frame(refusal(id, 400, -2010, "Account has insufficient balance for requested action."));
        venue.outcome(1);
        var order = venue.reports(VenueReport.OrderReport.class).getFirst().order();
        assertEquals(OrderStatus.REJECTED, order.status());
        assertEquals("tg1-1", order.clientOrderId());
        assertEquals(0, order.cumulative());
    }

    @Test
    void aLateRefusalThatProvesNothingTellsNothing() {
        venue.start();
        venue.submit(1, "tg1-1");
        String id = venue.lastId();
        venue.pass(6 * SECOND);
        venue.frame(refusal(id, 400, -1007, "Timeout waiting for response from backend server."));
        assertEquals(List.of(), venue.out.reports);
    }

    @Test
    void aFillMayComeBeforeTheAnswerAndIsTheSameFill() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.frame(execution("tg1-1", 28, "TRADE", "FILLED", ALL_FILLED));
        venue.result(placed("tg1-1", 28)
                .replace(
                        "\"fills\":[]",
                        "\"fills\":[{\"price\":\"51999.5\",\"qty\":\"0.01\","
                                + "\"commission\":\"0.00001\",\"commissionAsset\":\"BTC\",\"tradeId\":77}]")
                .replace("\"executedQty\":\"0.00000000\"", "\"executedQty\":\"0.01000000\"")
                .replace("\"NEW\"", "\"FILLED\""));
        var fills = venue.reports(VenueReport.FillReport.class);
        assertEquals(2, fills.size());
        assertEquals(fills.getFirst(), fills.getLast());
        assertEquals(
                OrderStatus.FILLED, ((Outcome.Done) venue.outcome(1)).order().status());
    }

    @Test
    void x11_aFillIsReportedAsOftenAsItIsTold() {
        venue.start();
        for (int told = 0; told < 3; told++) {
            venue.frame(execution("tg1-1", 28, "TRADE", "FILLED", ALL_FILLED));
        }
        var fills = venue.reports(VenueReport.FillReport.class);
        assertEquals(3, fills.size());
        assertEquals(1, fills.stream().distinct().count());
    }

    @Test
    void anAnswerThatNamesAnotherOrderIsNotBelieved() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.result(placed("tg1-2", 28));
        venue.assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
        assertEquals(1, venue.reports(VenueReport.Unreadable.class).size());
    }

    @Test
    void aDuplicateProvesThatTheFirstOneArrived() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.refuse(400, -2010, "Duplicate order sent.");
        venue.assertFailed(1, Category.INVALID_REQUEST, Certainty.DONE_BEFORE, Reason.DUPLICATE_ID, "-2010");
    }

    // Asking and cancelling

    @Test
    void x05_aCancelOfAnUnknownOrderDidNothingAndIsToBeLookedUp() {
        venue.start();
        venue.call(1, new VenueCall.Cancel(ORDER));
        venue.refuse(400, -2011, "Unknown order sent.");
        venue.assertFailed(1, Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, Reason.NOT_FOUND, "-2011");
    }

    @Test
    void x02_aLookUpThatFindsNothingSaysOnlyThat() {
        venue.start();
        venue.call(1, new VenueCall.LookUp(ORDER));
        venue.refuse(400, -2013, "Order does not exist.");
        assertEquals(new Outcome.NotFound("Order does not exist."), venue.outcome(1));
        assertEquals(List.of(), venue.out.reports);
    }

    @Test
    void cancellingAllWhereNothingIsOpenIsDone() {
        venue.start();
        venue.call(1, new VenueCall.CancelAll(BTC));
        venue.refuse(400, -2011, "Unknown order sent.");
        assertEquals(new Outcome.AllCancelled(List.of()), venue.outcome(1));
    }

    @Test
    void aCancelAnsweredWithALivingOrderIsInDoubt() {
        venue.start();
        venue.call(1, new VenueCall.Cancel(ORDER));
        venue.result(placed("tg1-1", 28));
        venue.assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
    }

    @Test
    void whileTheSocketIsDownLookUpsAndCancelsGoByRest() {
        venue.call(1, new VenueCall.LookUp(ORDER));
        assertTrue(venue.out.https.getLast().request().target().startsWith("/api/v3/order?symbol=BTCUSDT&"));
        venue.http(placed("tg1-1", 28));
        assertInstanceOf(Outcome.Found.class, venue.outcome(1));
        venue.call(2, new VenueCall.Cancel(ORDER));
        assertEquals("DELETE", venue.out.https.getLast().request().method());
        venue.http(placed("tg1-1", 28).replace("\"NEW\"", "\"CANCELED\""));
        assertInstanceOf(Outcome.Done.class, venue.outcome(2));
        venue.call(3, new VenueCall.OpenOrders());
        venue.http("[" + placed("tg1-1", 28) + "]");
        assertEquals(1, ((Outcome.OpenOrdersSeen) venue.outcome(3)).orders().size());
        assertEquals(List.of(), venue.out.frames);
    }

    @Test
    void aRestCancelIsInDoubtUnlessNoByteWasSent() {
        venue.call(1, new VenueCall.Cancel(ORDER));
        venue.session.httpLost(venue.out.https.getLast().id(), Loss.notSent("refused"), venue.nowNs, venue.out);
        venue.assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "DISCONNECTED");
        venue.call(2, new VenueCall.Cancel(ORDER));
        venue.session.httpLost(venue.out.https.getLast().id(), Loss.maybeSent("reset"), venue.nowNs, venue.out);
        venue.assertFailed(2, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        venue.call(3, new VenueCall.Cancel(ORDER));
        venue.http(new HttpAnswer(502, List.of(), "<html>Bad Gateway</html>".getBytes(UTF_8)));
        venue.assertFailed(3, Category.RETRYABLE, Certainty.UNKNOWN, Reason.OTHER, "HTTP 502");
    }

    @Test
    void aQueryThatFailsIsNeverInDoubtBecauseItChangesNothing() {
        venue.start();
        venue.call(1, new VenueCall.LookUp(ORDER));
        venue.refuse(500, -1007, "Timeout waiting for response from backend server.");
        venue.assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER, "-1007");
        venue.call(2, new VenueCall.Fills(BTC, venue.nowNs));
        venue.refuse(500, -1007, "Timeout waiting for response from backend server.");
        venue.assertFailed(2, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER, "-1007");
        venue.call(3, new VenueCall.OpenOrders());
        venue.pass(10 * SECOND);
        venue.assertFailed(3, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "TIMEOUT");
    }

    @Test
    void aQuoteHasZeroWhereASideIsEmpty() {
        venue.start();
        venue.call(1, new VenueCall.Quote(BTC));
        venue.result("{\"symbol\":\"BTCUSDT\",\"bidPrice\":\"51999.50\",\"bidQty\":\"1\",\"askPrice\":\"0.00000000\","
                + "\"askQty\":\"0\"}");
        assertEquals(new Outcome.QuoteSeen(5_199_950_000_000L, 0), venue.outcome(1));
    }

    // Limits

    @Test
    void x19_aBanIsToldUntilTheVenuesOwnTimeAsOursSeesIt() {
        venue.skewNs = 2 * SECOND;
        venue.start();
        venue.call(1, new VenueCall.Balances());
        long untilMs = (venue.nowNs + venue.skewNs) / MS + 120_000;
        venue.frame("{\"id\":\"" + venue.lastId() + "\",\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"IP banned\","
                + "\"data\":{\"serverTime\":1,\"retryAfter\":" + untilMs + "}}}");
        assertEquals(List.of(venue.nowNs + 120 * SECOND), venue.out.bans);
        assertEquals(venue.nowNs + 120 * SECOND, venue.error(1).retryAtNs());
        venue.assertFailed(1, Category.RATE_LIMITED, Certainty.NOT_EXECUTED, Reason.OTHER, "-1003");
    }

    @Test
    void aBanByRestIsInSecondsAndSixtyWhereNoneAreNamed() {
        venue.call(1, new VenueCall.Balances());
        venue.http(new HttpAnswer(
                429,
                List.of(new Header("retry-after", "7"), new Header("x-mbx-used-weight-1m", "6001")),
                "{\"code\":-1003,\"msg\":\"Too much request weight used\"}".getBytes(UTF_8)));
        venue.call(2, new VenueCall.Balances());
        venue.http(new HttpAnswer(429, List.of(), new byte[0]));
        assertEquals(List.of(venue.nowNs + 7 * SECOND, venue.nowNs + 60 * SECOND), venue.out.bans);
        assertEquals(6001L, venue.out.used.get("REQUEST_WEIGHT"));
    }

    @Test
    void tooManyOrdersStopsOrdersAndNotCancels() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.refuse(429, -1015, "Too many new orders; current limit is 50 orders per 10 SECOND.");
        venue.assertFailed(1, Category.RATE_LIMITED, Certainty.NOT_EXECUTED, Reason.TOO_MANY_ORDERS, "-1015");
        assertEquals(List.of(), venue.out.bans);
    }

    @Test
    void countersThatCannotBeReadDoNotCostTheAnswer() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.frame(
                "{\"id\":\"" + venue.lastId() + "\",\"status\":200,\"result\":" + placed("tg1-1", 28)
                        + ",\"rateLimits\":[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,"
                        + "\"count\":-1},7,{\"rateLimitType\":\"NEW\",\"interval\":\"SECOND\",\"intervalNum\":1,\"count\":1}]}");
        assertInstanceOf(Outcome.Done.class, venue.outcome(1));
        assertTrue(venue.out.used.isEmpty());
    }

    @Test
    void callsBeyondWhatTheTableHoldsAreRefusedUnsent() {
        venue.start();
        for (int callId = 1; callId <= CallTable.UNDER_WAY_MAX; callId++) {
            venue.call(callId, new VenueCall.LookUp(ORDER));
        }
        int sent = venue.out.frames.size();
        venue.submit(20_000, "tg1-1");
        venue.assertFailed(20_000, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER, "TOO_MANY_CALLS");
        assertEquals(sent, venue.out.frames.size());
    }
}
