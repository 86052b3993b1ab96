package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.BTC;
import static io.tidegate.venues.binance.Conversation.SECOND;
import static io.tidegate.venues.binance.Conversation.limitBuy;
import static io.tidegate.venues.binance.Conversation.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.order.OrderStatus;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a replacement tells of each of its halves (binance.md section 3.2).
final class ReplacementTest {
    private static final String CANCELLED = placed("tg1-1", 28)
            .replace("\"status\":\"NEW\"", "\"status\":\"CANCELED\"")
            .replace("\"clientOrderId\":\"tg1-1\"", "\"origClientOrderId\":\"tg1-1\",\"clientOrderId\":\"request\"");
    private static final String PLACED = placed("tg1-2", 29);
    private static final String UNKNOWN = "{\"code\":-2011,\"msg\":\"Unknown order sent.\"}";
    private static final String WOULD_TAKE = "{\"code\":-2010,\"msg\":\"Order would immediately match and take.\"}";

    private final Conversation venue = Conversation.ready();

    private void ask() {
        var old = new OrderKey(BTC, "tg1-1", "28");
        venue.call(1, new VenueCall.Replace(old, limitBuy("tg1-2"), false));
    }

    private static String halves(String cancel, String cancelled, String order, String placed) {
        return "{\"cancelResult\":\"" + cancel + "\",\"newOrderResult\":\"" + order + "\",\"cancelResponse\":"
                + cancelled + ",\"newOrderResponse\":" + placed + "}";
    }

    private void refuse(int status, int code, String data) {
        venue.frame("{\"id\":\"" + venue.lastId() + "\",\"status\":" + status + ",\"error\":{\"code\":" + code
                + ",\"msg\":\"Order cancel-replace failed.\",\"data\":" + data + "}}");
    }

    private static String shown(Outcome.Half half) {
        return switch (half) {
            case Outcome.Half.Done done ->
                done.order().clientOrderId() + " " + done.order().status();
            case Outcome.Half.Refused(VenueError error) -> error.certainty() + " " + error.reason();
            case Outcome.Half.NotTried() -> "NOT_TRIED";
        };
    }

    private void assertHalves(String cancelled, String placed) {
        var told = (Outcome.Replaced) venue.outcome(1);
        assertEquals(cancelled + " / " + placed, shown(told.cancelled()) + " / " + shown(told.placed()));
    }

    @Test
    void aReplacementAsksForBothInOneRequest() {
        ask();
        assertEquals("order.cancelReplace", venue.lastMethod());
        String frame = venue.out.frames.getLast();
        assertTrue(frame.contains("\"cancelOrderId\":28,\"cancelReplaceMode\":\"STOP_ON_FAILURE\""), frame);
        assertTrue(frame.contains("\"newClientOrderId\":\"tg1-2\""), frame);
    }

    @Test
    void bothHalvesMaySucceed() {
        ask();
        venue.result(halves("SUCCESS", CANCELLED, "SUCCESS", PLACED));
        assertHalves("tg1-1 CANCELLED", "tg1-2 OPEN");
    }

    @Test
    void theOldOrderMayEndAndTheNewOneBeRefused() {
        ask();
        refuse(409, -2021, halves("SUCCESS", CANCELLED, "FAILURE", WOULD_TAKE));
        assertHalves("tg1-1 CANCELLED", "NOT_EXECUTED WOULD_TAKE");
    }

    @Test
    void theNewOrderMayStandAlthoughTheOldOneWasNotCancelled() {
        ask();
        refuse(409, -2021, halves("FAILURE", UNKNOWN, "SUCCESS", PLACED));
        assertHalves("NOT_EXECUTED NOT_FOUND", "tg1-2 OPEN");
    }

    @Test
    void bothMayFailAndTheSecondMayNotEvenBeTried() {
        ask();
        refuse(400, -2022, halves("FAILURE", UNKNOWN, "NOT_ATTEMPTED", "null"));
        assertHalves("NOT_EXECUTED NOT_FOUND", "NOT_TRIED");
        venue.call(2, new VenueCall.Replace(new OrderKey(BTC, "tg1-1", "28"), limitBuy("tg1-3"), true));
        refuse(400, -2022, halves("FAILURE", UNKNOWN, "FAILURE", WOULD_TAKE));
        assertTrue(venue.outcome(2).toString().contains("WOULD_TAKE"), venue.outcome(2)::toString);
    }

    @Test
    void aRefusalOfTheWholeIsOneOfNeitherHalf() {
        ask();
        venue.refuse(429, -1015, "Too many new orders; current limit is 50 orders per 10 SECOND.");
        venue.assertFailed(1, Category.RATE_LIMITED, Certainty.NOT_EXECUTED, Reason.TOO_MANY_ORDERS, "-1015");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            {"cancelResult":"SUCCESS","newOrderResult":"MAYBE"}
            {"cancelResult":"SUCCESS","newOrderResult":"NOT_ATTEMPTED","cancelResponse":{"symbol":"BTCUSDT"}}
            """)
    void halvesThatCannotBeReadLeaveBothInDoubt(String data) {
        ask();
        refuse(409, -2021, data);
        venue.assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
        assertEquals(1, venue.reports(VenueReport.Unreadable.class).size());
    }

    @Test
    void halvesOfAnotherOrderLeaveBothInDoubt() {
        ask();
        venue.result(halves("SUCCESS", CANCELLED, "SUCCESS", placed("tg9-9", 30)));
        venue.assertFailed(1, Category.EXCHANGE_ERROR, Certainty.UNKNOWN, Reason.OTHER, "UNREADABLE");
    }

    @Test
    void withoutAnAnswerBothAreInDoubtAndALateOneTellsBoth() {
        ask();
        String id = venue.lastId();
        venue.pass(5 * SECOND);
        venue.assertFailed(1, Category.RETRYABLE, Certainty.UNKNOWN, Reason.CONNECTION, "TIMEOUT");
        venue.frame("{\"id\":\"" + id + "\",\"status\":409,\"error\":{\"code\":-2021,\"msg\":\"\",\"data\":"
                + halves("SUCCESS", CANCELLED, "FAILURE", WOULD_TAKE) + "}}");
        var told = venue.reports(VenueReport.OrderReport.class);
        assertEquals(OrderStatus.CANCELLED, told.getFirst().order().status());
        assertEquals("tg1-2", told.getLast().order().clientOrderId());
        assertEquals(OrderStatus.REJECTED, told.getLast().order().status());
    }

    @Test
    void aNewOrderThatNeverShowsInTheStreamMakesTheSessionMute() {
        ask();
        venue.result(halves("SUCCESS", CANCELLED, "SUCCESS", PLACED));
        venue.pass(10 * SECOND);
        assertEquals(false, venue.out.isReady);
    }
}
