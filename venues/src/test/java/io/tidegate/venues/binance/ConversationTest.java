package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.ALL_FILLED;
import static io.tidegate.venues.binance.Conversation.BTC;
import static io.tidegate.venues.binance.Conversation.MS;
import static io.tidegate.venues.binance.Conversation.NOTHING_FILLED;
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
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a session makes of a call's possible fates; the test is the venue and the network.
final class ConversationTest {
    private static final OrderKey ORDER = new OrderKey(BTC, "tg1-1", "");

    private final Conversation venue = new Conversation();

    private void assertFailed(long callId, Category category, Certainty certainty, Reason reason, String code) {
        VenueError error = venue.error(callId);
        assertEquals(
                category + " " + certainty + " " + reason + " " + code,
                error.category() + " " + error.certainty() + " " + error.reason() + " " + error.code());
    }

    private long timestampMs(String frame) {
        return Json.read(frame.getBytes(UTF_8)).path("params").path("timestamp").longValue();
    }

    // Starting

    @Test
    void aStartAsksTheTimeThenConnectsThenSubscribesThenIsReady() {
        venue.session.start(venue.nowNs, venue.out);
        assertEquals("/api/v3/time", venue.out.https.getLast().request().target());
        assertEquals(0, venue.out.connectCount);
        venue.answerTime();
        assertEquals(1, venue.out.connectCount);
        venue.out.isOpen = true;
        venue.session.connected(0, venue.nowNs, venue.out);
        assertEquals("userDataStream.subscribe.signature", venue.lastMethod());
        assertEquals(List.of(), venue.out.readiness);
        venue.result("{\"subscriptionId\":0}");
        assertEquals(List.of("true subscribed"), venue.out.readiness);
    }

    @ParameterizedTest
    @ValueSource(longs = {-5_000, -1_000, 0, 1_000, 5_000})
    void aClockThatIsOffIsLearntAndEveryTimestampIsTheVenues(long skewMs) {
        venue.skewNs = skewMs * MS;
        venue.start();
        venue.pass(SECOND);
        venue.submit(1, "tg1-1");
        assertEquals((venue.nowNs + venue.skewNs) / MS, timestampMs(venue.out.frames.getLast()));
    }

    @Test
    void aTimestampIsNeverAheadOfTheVenueHoweverTheRoundTripIsDivided() {
        venue.session.start(venue.nowNs, venue.out);
        long serverMs = venue.nowNs / MS + 700; // stamped 700 ms into a round trip of 1 s
        venue.nowNs += SECOND;
        venue.http("{\"serverTime\":" + serverMs + "}");
        venue.out.isOpen = true;
        venue.session.connected(0, venue.nowNs, venue.out);
        assertEquals(venue.nowNs / MS - 300, timestampMs(venue.out.frames.getLast()));
    }

    @Test
    void anAnswerThatTookTooLongTellsNoTimeAndTheStartFails() {
        venue.session.start(venue.nowNs, venue.out);
        venue.nowNs += 2_501 * MS;
        venue.answerTime();
        assertEquals(
                List.of("false no time from the venue: the answer took 2501 ms, too long to tell the time"),
                venue.out.readiness);
        assertEquals(0, venue.out.connectCount);
        venue.start();
    }

    @Test
    void eachStepOfAStartMayFailAndTheNextStartBeginsAnew() {
        venue.session.start(venue.nowNs, venue.out);
        venue.session.httpLost(
                venue.out.https.getLast().id(), Loss.notSent("connection refused"), venue.nowNs, venue.out);
        venue.session.start(venue.nowNs, venue.out);
        venue.answerTime();
        venue.session.disconnected(0, Loss.notSent("no route"), venue.nowNs, venue.out);
        venue.session.start(venue.nowNs, venue.out);
        venue.answerTime();
        venue.out.isOpen = true;
        venue.session.connected(0, venue.nowNs, venue.out);
        venue.refuse(401, -2015, "Invalid API-key, IP, or permissions for action.");
        assertEquals(1, venue.out.closeCount);
        venue.disconnect();
        assertEquals(
                List.of(
                        "false no time from the venue: connection refused",
                        "false disconnected: no route",
                        "false subscription refused: FATAL -2015 Invalid API-key, IP, or permissions for action."),
                venue.out.readiness);
        venue.start();
    }

    @Test
    void aSubscriptionWithoutAnAnswerEndsTheStart() {
        venue.session.start(venue.nowNs, venue.out);
        venue.answerTime();
        venue.out.isOpen = true;
        venue.session.connected(0, venue.nowNs, venue.out);
        venue.pass(10 * SECOND);
        assertEquals(List.of("false no answer to the subscription"), venue.out.readiness);
        assertEquals(1, venue.out.closeCount);
    }

    // Submitting

    @Test
    void anOrderBeforeReadyIsNotExecutedAndNothingIsSent() {
        venue.submit(1, "tg1-1");
        assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
        assertEquals(List.of(), venue.out.frames);
        assertEquals(List.of(), venue.out.https);
    }

    @Test
    void anOrderThatTheSocketDoesNotTakeIsNotExecuted() {
        venue.start();
        venue.out.isOpen = false;
        venue.submit(1, "tg1-1");
        assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
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
        assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        assertFailed(2, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        assertFailed(3, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "DISCONNECTED");
        assertFalse(venue.out.isReady);
    }

    @Test
    void x01_anAnswerAfterTheDeadlineIsAFactAndNoSecondOutcome() {
        venue.start();
        venue.submit(1, "tg1-1");
        String id = venue.lastId();
        assertEquals(venue.nowNs + 5 * SECOND, venue.out.wakeAtNs);
        venue.pass(5 * SECOND);
        assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "TIMEOUT");
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
        assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
        assertEquals(1, venue.reports(VenueReport.Unreadable.class).size());
    }

    @Test
    void aDuplicateProvesThatTheFirstOneArrived() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.refuse(400, -2010, "Duplicate order sent.");
        assertFailed(1, Category.INVALID_REQUEST, Certainty.DONE_BEFORE, Reason.DUPLICATE_ID, "-2010");
    }

    // Asking and cancelling

    @Test
    void x05_aCancelOfAnUnknownOrderDidNothingAndIsToBeLookedUp() {
        venue.start();
        venue.call(1, new VenueCall.Cancel(ORDER));
        venue.refuse(400, -2011, "Unknown order sent.");
        assertFailed(1, Category.INVALID_REQUEST, Certainty.NOT_EXECUTED, Reason.NOT_FOUND, "-2011");
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
        assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
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
        assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "DISCONNECTED");
        venue.call(2, new VenueCall.Cancel(ORDER));
        venue.session.httpLost(venue.out.https.getLast().id(), Loss.maybeSent("reset"), venue.nowNs, venue.out);
        assertFailed(2, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        venue.call(3, new VenueCall.Cancel(ORDER));
        venue.http(new HttpAnswer(502, List.of(), "<html>Bad Gateway</html>".getBytes(UTF_8)));
        assertFailed(3, Category.RETRYABLE, Certainty.UNKNOWN, Reason.OTHER, "HTTP 502");
    }

    @Test
    void aQueryThatFailsIsNeverInDoubtBecauseItChangesNothing() {
        venue.start();
        venue.call(1, new VenueCall.LookUp(ORDER));
        venue.refuse(500, -1007, "Timeout waiting for response from backend server.");
        assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER, "-1007");
        venue.call(2, new VenueCall.Fills(BTC, venue.nowNs));
        venue.refuse(500, -1007, "Timeout waiting for response from backend server.");
        assertFailed(2, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER, "-1007");
        venue.call(3, new VenueCall.OpenOrders());
        venue.pass(10 * SECOND);
        assertFailed(3, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "TIMEOUT");
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
        assertFailed(1, Category.RATE_LIMITED, Certainty.NOT_EXECUTED, Reason.OTHER, "-1003");
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
        assertFailed(1, Category.RATE_LIMITED, Certainty.NOT_EXECUTED, Reason.TOO_MANY_ORDERS, "-1015");
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

    // The clock while running

    @Test
    void x17_aTimestampThatIsRefusedSetsTheClockAndTheOrderMayBeRepeated() {
        venue.start();
        venue.skewNs = 3 * SECOND; // the venue's clock has stepped
        venue.submit(1, "tg1-1");
        venue.refuse(400, -1021, "Timestamp for this request is outside of the recvWindow.");
        assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CLOCK, "-1021");
        assertEquals(venue.nowNs + SECOND, venue.error(1).retryAtNs());
        venue.answerTime();
        venue.submit(2, "tg1-2");
        assertEquals((venue.nowNs + venue.skewNs) / MS, timestampMs(venue.out.frames.getLast()));
        assertTrue(venue.out.isReady);
    }

    @Test
    void theClockIsAskedAgainFromTimeToTime() {
        venue.start();
        for (int minute = 0; minute < 10; minute++) {
            venue.pass(60 * SECOND);
            venue.result("{}"); // a pong
        }
        assertEquals(2, venue.out.https.size());
        assertEquals("/api/v3/time", venue.out.https.getLast().request().target());
        assertTrue(venue.out.isReady);
    }

    // Streams that end or fall silent

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}",
                "{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":1728973001334}}"
            })
    void x10_aStreamThatEndsStopsOrdersAtOnceAndLetsAnswersUnderWayCome(String ending) {
        venue.start();
        venue.submit(1, "tg1-1");
        String id = venue.lastId();
        venue.frame(ending);
        assertFalse(venue.out.isReady);
        venue.submit(2, "tg1-2");
        assertFailed(2, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
        venue.call(3, new VenueCall.Balances());
        assertTrue(venue.out.https.getLast().request().target().startsWith("/api/v3/account?"));
        venue.call(3, new VenueCall.Balances());
        assertTrue(venue.out.https.getLast().request().target().startsWith("/api/v3/account?"));
        assertEquals(0, venue.out.closeCount);
        venue.frame("{\"id\":\"" + id + "\",\"status\":200,\"result\":" + placed("tg1-1", 28) + "}");
        assertInstanceOf(Outcome.Done.class, venue.outcome(1));
        assertEquals(1, venue.out.closeCount);
        venue.disconnect();
        venue.start();
    }

    @Test
    void leavingWaitsTwoSecondsForAnswersAndNoLonger() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.frame("{\"event\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}");
        venue.pass(2 * SECOND);
        assertEquals(1, venue.out.closeCount);
        venue.session.start(venue.nowNs, venue.out); // wanted again before the end is told
        venue.disconnect();
        assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
        assertEquals("/api/v3/time", venue.out.https.getLast().request().target());
        assertEquals(2, venue.out.https.size());
    }

    @Test
    void x09_aConnectionOnWhichNothingIsHeardIsLeft() {
        venue.start();
        venue.pass(15 * SECOND);
        assertEquals("ping", venue.lastMethod());
        venue.pass(9 * SECOND);
        assertTrue(venue.out.isReady);
        venue.pass(SECOND);
        assertEquals("false mute: nothing heard since a ping was sent", venue.out.readiness.getLast());
        assertEquals(1, venue.out.closeCount);
    }

    @Test
    void aPongOrAnyOtherFrameKeepsTheConnection() {
        venue.start();
        venue.pass(15 * SECOND);
        venue.result("{}");
        venue.pass(15 * SECOND);
        venue.nowNs += SECOND;
        venue.frame(execution("other", 5, "NEW", "NEW", NOTHING_FILLED));
        venue.pass(10 * SECOND);
        assertTrue(venue.out.isReady);
    }

    @Test
    void x09_aStreamThatDoesNotShowAnAcknowledgedOrderIsLeft() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.result(placed("tg1-1", 28));
        venue.pass(10 * SECOND);
        assertEquals("false mute: an acknowledged order does not show in the stream", venue.out.readiness.getLast());
    }

    @Test
    void anOrderMayShowInTheStreamBeforeOrAfterItsAnswer() {
        venue.start();
        venue.submit(1, "tg1-1");
        venue.frame(execution("tg1-1", 28, "NEW", "NEW", NOTHING_FILLED));
        venue.result(placed("tg1-1", 28));
        venue.submit(2, "tg1-2");
        venue.result(placed("tg1-2", 29));
        venue.pass(5 * SECOND);
        venue.frame(execution("tg1-2", 29, "NEW", "NEW", NOTHING_FILLED));
        venue.pass(9 * SECOND);
        assertTrue(venue.out.isReady);
    }

    @Test
    void callsBeyondWhatTheTableHoldsAreRefusedUnsent() {
        venue.start();
        for (int callId = 1; callId <= CallTable.UNDER_WAY_MAX; callId++) {
            venue.call(callId, new VenueCall.LookUp(ORDER));
        }
        int sent = venue.out.frames.size();
        venue.submit(20_000, "tg1-1");
        assertFailed(20_000, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.OTHER, "TOO_MANY_CALLS");
        assertEquals(sent, venue.out.frames.size());
    }
}
