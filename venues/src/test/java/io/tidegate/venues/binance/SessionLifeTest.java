package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.MS;
import static io.tidegate.venues.binance.Conversation.NOTHING_FILLED;
import static io.tidegate.venues.binance.Conversation.SECOND;
import static io.tidegate.venues.binance.Conversation.execution;
import static io.tidegate.venues.binance.Conversation.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a session starts, keeps the time, watches its stream and leaves; the test is the venue and the network.
final class SessionLifeTest {
    private final Conversation venue = new Conversation();

    // Starting

    @Test
    void aStartAsksTheTimeThenConnectsThenSubscribesThenCountsThenIsReady() {
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
        assertEquals("account.rateLimits.orders", venue.lastMethod());
        assertEquals(List.of(), venue.out.readiness);
        venue.result("[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":50,"
                + "\"count\":45}]");
        assertEquals(List.of("true subscribed"), venue.out.readiness);
        assertEquals(45, venue.out.used.get("ORDERS_10S"), "a restart begins with what the venue has counted");
    }

    @Test
    void anEd25519KeyLogsTheConnectionOnAndFramesNeedNoSignatureOfTheirOwn() {
        var loggedOn = new Conversation(Conversation.SITE, Signer.of(Conversation.KEY, SigningTest.ED25519));
        loggedOn.openSocket();
        assertEquals("session.logon", loggedOn.lastMethod());
        loggedOn.result("{\"apiKey\":\"" + Conversation.KEY + "\",\"authorizedSince\":1649729878532}");
        assertEquals("{\"id\":\"3\",\"method\":\"userDataStream.subscribe\"}", loggedOn.out.frames.getLast());
        loggedOn.result("{\"subscriptionId\":0}");
        loggedOn.result("[]");
        loggedOn.submit(1, "tg1-1");
        String order = loggedOn.out.frames.getLast();
        assertTrue(
                order.contains("\"timestamp\":") && !order.contains("signature") && !order.contains("apiKey"), order);
        loggedOn.disconnect();
        loggedOn.call(2, new VenueCall.Balances());
        assertTrue(loggedOn.out.https.getLast().request().query().contains("&signature="), "REST is signed always");
    }

    @Test
    void aLogonThatIsRefusedEndsTheStartWithItsReason() {
        var loggedOn = new Conversation(Conversation.SITE, Signer.of(Conversation.KEY, SigningTest.ED25519));
        loggedOn.openSocket();
        loggedOn.refuse(401, -2015, "Invalid API-key, IP, or permissions for action.");
        assertEquals(
                List.of("false logon refused: FATAL -2015 Invalid API-key, IP, or permissions for action."),
                loggedOn.out.readiness);
        assertEquals(1, loggedOn.out.closeCount);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutACountOfOrdersASessionIsReadyAllTheSame(boolean isAnswered) {
        venue.openSocket();
        venue.result("{\"subscriptionId\":0}");
        if (isAnswered) {
            venue.refuse(400, -1020, "This operation is not supported.");
        } else {
            venue.pass(10 * SECOND);
        }
        assertTrue(venue.out.isReady);
    }

    @Test
    void theCountOfOrdersIsAskedForEveryMinuteAndDoesNotHoldUpAnEnd() {
        venue.start();
        venue.pass(60 * SECOND);
        assertEquals("account.rateLimits.orders", venue.lastMethod());
        venue.frame("{\"event\":{\"e\":\"serverShutdown\",\"E\":1770123456789}}");
        assertEquals(1, venue.out.closeCount);
    }

    @ParameterizedTest
    @ValueSource(longs = {-5_000, -1_000, 0, 1_000, 5_000})
    void aClockThatIsOffIsLearntAndEveryTimestampIsTheVenues(long skewMs) {
        venue.skewNs = skewMs * MS;
        venue.start();
        venue.pass(SECOND);
        venue.submit(1, "tg1-1");
        assertEquals((venue.nowNs + venue.skewNs) / MS, venue.lastTimestampMs());
    }

    @Test
    void aTimestampIsNeverAheadOfTheVenueHoweverTheRoundTripIsDivided() {
        venue.session.start(venue.nowNs, venue.out);
        long serverMs = venue.nowNs / MS + 700; // stamped 700 ms into a round trip of 1 s
        venue.nowNs += SECOND;
        venue.http("{\"serverTime\":" + serverMs + "}");
        venue.out.isOpen = true;
        venue.session.connected(0, venue.nowNs, venue.out);
        assertEquals(venue.nowNs / MS - 300, venue.lastTimestampMs());
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

    // The clock while running

    @Test
    void x17_aTimestampThatIsRefusedSetsTheClockAndTheOrderMayBeRepeated() {
        venue.start();
        venue.skewNs = 3 * SECOND; // the venue's clock has stepped
        venue.submit(1, "tg1-1");
        venue.refuse(400, -1021, "Timestamp for this request is outside of the recvWindow.");
        venue.assertFailed(1, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CLOCK, "-1021");
        assertEquals(venue.nowNs + SECOND, venue.error(1).retryAtNs());
        venue.answerTime();
        venue.submit(2, "tg1-2");
        assertEquals((venue.nowNs + venue.skewNs) / MS, venue.lastTimestampMs());
        assertTrue(venue.out.isReady);
    }

    @Test
    void theClockIsAskedAgainFromTimeToTime() {
        venue.start();
        for (int minute = 0; minute <= 10; minute++) {
            venue.pass(60 * SECOND - MS);
            venue.nowNs += MS;
            venue.result("{}"); // anything that is heard behind the ping
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
        venue.assertFailed(2, Category.RETRYABLE, Certainty.NOT_EXECUTED, Reason.CONNECTION, "NOT_CONNECTED");
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
        venue.assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "DISCONNECTED");
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
}
