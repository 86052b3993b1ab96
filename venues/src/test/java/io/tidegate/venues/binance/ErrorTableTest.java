package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row of binance.md section 7.
final class ErrorTableTest {
    private static final List<String> WORDS = List.of(
            "",
            "Filter failure: PRICE_FILTER",
            "Filter failure: MAX_NUM_ORDERS",
            "Account has insufficient balance for requested action.",
            "Duplicate order sent.",
            "Unknown order sent.",
            "Order was not canceled due to cancel restrictions.",
            "Market is closed.",
            "Something new.");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            500 | 0     | ''                                                  | RETRYABLE       | UNKNOWN      | OTHER
            502 | 0     | <html>Bad Gateway</html>                            | RETRYABLE       | UNKNOWN      | OTHER
            503 | 0     | Service Unavailable.                                | RETRYABLE       | UNKNOWN      | OTHER
            504 | -1007 | Timeout waiting for response from backend server.   | RETRYABLE       | UNKNOWN      | OTHER
            500 | -2010 | Account has insufficient balance                    | RETRYABLE       | UNKNOWN      | OTHER
            400 | -1006 | Unexpected response                                 | RETRYABLE       | UNKNOWN      | OTHER
            400 | -1007 | Timeout                                             | RETRYABLE       | UNKNOWN      | OTHER
            400 | -1000 | An unknown error occurred                           | RETRYABLE       | UNKNOWN      | OTHER
            400 | -1001 | Internal error                                      | RETRYABLE       | UNKNOWN      | CONNECTION
            503 | -1008 | Server is currently overloaded                      | RETRYABLE       | NOT_EXECUTED | OTHER
            400 | -1016 | This service is no longer available.                | EXCHANGE_ERROR  | UNKNOWN      | CONNECTION
            429 | 0     | Too many requests                                   | RATE_LIMITED    | NOT_EXECUTED | OTHER
            429 | -1003 | Too much request weight used                        | RATE_LIMITED    | NOT_EXECUTED | OTHER
            400 | -1003 | Too many requests queued.                           | RATE_LIMITED    | NOT_EXECUTED | OTHER
            429 | -1015 | Too many new orders                                 | RATE_LIMITED    | NOT_EXECUTED | TOO_MANY_ORDERS
            418 | -1003 | Way too much request weight used; IP banned         | RATE_LIMITED    | NOT_EXECUTED | OTHER
            403 | 0     | <html>                                              | FATAL           | NOT_EXECUTED | OTHER
            401 | 0     | ''                                                  | FATAL           | NOT_EXECUTED | AUTHENTICATION
            401 | -1002 | You are not authorized                              | FATAL           | NOT_EXECUTED | AUTHENTICATION
            401 | -2014 | API-key format invalid.                             | FATAL           | NOT_EXECUTED | AUTHENTICATION
            401 | -2015 | Invalid API-key, IP, or permissions for action.     | FATAL           | NOT_EXECUTED | AUTHENTICATION
            400 | -1021 | Timestamp for this request is outside of the window | RETRYABLE       | NOT_EXECUTED | CLOCK
            400 | -1022 | Signature for this request is not valid.            | FATAL           | NOT_EXECUTED | AUTHENTICATION
            400 | -1013 | Filter failure: PRICE_FILTER                        | INVALID_REQUEST | NOT_EXECUTED | OFF_GRID
            400 | -1013 | Filter failure: LOT_SIZE                            | INVALID_REQUEST | NOT_EXECUTED | OFF_GRID
            400 | -1013 | Filter failure: MARKET_LOT_SIZE                     | INVALID_REQUEST | NOT_EXECUTED | OFF_GRID
            400 | -1013 | Filter failure: NOTIONAL                            | INVALID_REQUEST | NOT_EXECUTED | TOO_SMALL
            400 | -1013 | Filter failure: MIN_NOTIONAL                        | INVALID_REQUEST | NOT_EXECUTED | TOO_SMALL
            400 | -1013 | Filter failure: PERCENT_PRICE                       | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -1013 | Filter failure: PERCENT_PRICE_BY_SIDE               | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -1013 | Filter failure: MAX_POSITION                        | INVALID_REQUEST | NOT_EXECUTED | TOO_LARGE
            400 | -1013 | Filter failure: TRAILING_DELTA                      | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -1013 | Filter failure: ICEBERG_PARTS                       | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -1013 | Filter failure: MAX_NUM_ORDERS                      | RATE_LIMITED    | NOT_EXECUTED | TOO_MANY_ORDERS
            400 | -1013 | Filter failure: MAX_NUM_ALGO_ORDERS                 | RATE_LIMITED    | NOT_EXECUTED | TOO_MANY_ORDERS
            400 | -1013 | Filter failure: EXCHANGE_MAX_NUM_ORDERS             | RATE_LIMITED    | NOT_EXECUTED | TOO_MANY_ORDERS
            400 | -2010 | Account has insufficient balance for requested action. | INVALID_REQUEST | NOT_EXECUTED | INSUFFICIENT_FUNDS
            400 | -2010 | Duplicate order sent.                               | INVALID_REQUEST | DONE_BEFORE  | DUPLICATE_ID
            400 | -2010 | Order would immediately match and take.             | INVALID_REQUEST | NOT_EXECUTED | WOULD_TAKE
            400 | -2010 | Order would trigger immediately.                    | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -2010 | Market is closed.                                   | EXCHANGE_ERROR  | NOT_EXECUTED | MARKET_CLOSED
            400 | -2010 | This symbol is not permitted for this account.      | EXCHANGE_ERROR  | NOT_EXECUTED | OTHER
            400 | -2010 | This action is disabled on this account.            | FATAL           | NOT_EXECUTED | AUTHENTICATION
            400 | -2010 | Words that nobody has seen                          | EXCHANGE_ERROR  | UNKNOWN      | OTHER
            400 | -2011 | Unknown order sent.                                 | INVALID_REQUEST | NOT_EXECUTED | NOT_FOUND
            400 | -2011 | Order was not canceled due to cancel restrictions.  | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -2013 | Order does not exist.                               | INVALID_REQUEST | NOT_EXECUTED | NOT_FOUND
            400 | -2026 | Order was archived                                  | INVALID_REQUEST | NOT_EXECUTED | NOT_FOUND
            409 | -2021 | Order cancel-replace partially failed.              | EXCHANGE_ERROR  | UNKNOWN      | OTHER
            400 | -2022 | Order cancel-replace failed.                        | EXCHANGE_ERROR  | NOT_EXECUTED | OTHER
            400 | -2038 | Order amend (quantity increase) is not supported.   | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            400 | -2039 | Client order ID is not correct for this order ID.   | INVALID_REQUEST | NOT_EXECUTED | BAD_FIELD
            410 | 0     | <html>Gone</html>                                   | EXCHANGE_ERROR  | NOT_EXECUTED | OTHER
            400 | -9999 | A code that nobody has seen                         | EXCHANGE_ERROR  | UNKNOWN      | OTHER
            """)
    void anErrorHasTheMeaningOfItsRow(
            int status,
            int code,
            String words,
            VenueError.Category category,
            VenueError.Certainty certainty,
            VenueError.Reason reason) {
        assertEquals(
                new ErrorTable.Meaning(category, certainty, reason),
                ErrorTable.meaning(new Answer.Refused(status, code, words, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "-1100", "-1101", "-1102", "-1103", "-1104", "-1105", "-1106", "-1107", "-1108", "-1111", "-1114", "-1115",
        "-1116", "-1117", "-1118", "-1119", "-1120", "-1121", "-1128", "-1130", "-1135", "-1145", "-1151", "-1220",
        "-1014", "-1020", "-2035", "-2036", "-2042"
    })
    void aMalformedRequestIsNotExecutedAndNotRepeated(int code) {
        assertEquals(
                new ErrorTable.Meaning(
                        VenueError.Category.INVALID_REQUEST,
                        VenueError.Certainty.NOT_EXECUTED,
                        VenueError.Reason.BAD_FIELD),
                ErrorTable.meaning(new Answer.Refused(400, code, "Mandatory parameter was not sent.", 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"-1033", "-1034", "-1035", "-1175", "-1176", "-1177", "-1178", "-1179", "-1180", "-1181"})
    void aSessionProblemIsOneOfTheConnection(int code) {
        assertEquals(
                new ErrorTable.Meaning(
                        VenueError.Category.RETRYABLE, VenueError.Certainty.UNKNOWN, VenueError.Reason.CONNECTION),
                ErrorTable.meaning(new Answer.Refused(400, code, "", 0, 0)));
    }

    @Test
    void property07_everyErrorHasExactlyOneCategory() {
        Laws.forAll(seed -> {
            Answer.Refused refused = refused(seed);
            var category = ErrorTable.meaning(refused).category();
            assertNotNull(category);
            assertEquals(category, ErrorTable.meaning(refused).category());
            // Whatever was asked, and whether the answer came by socket or by REST.
            long callId = 0;
            for (VenueCall call : calls()) {
                var venue = Conversation.ready();
                venue.call(++callId, call);
                venue.frame(Conversation.refusal(venue.lastId(), refused.status(), refused.code(), refused.message()));
                var told = venue.outcome(callId);
                if (told instanceof Outcome.Failed(VenueError error)) {
                    assertEquals(category, error.category());
                    assertEquals(Integer.toString(refused.code()), error.code());
                    assertEquals(refused.message(), error.message());
                } else {
                    assertEquals(
                            VenueError.Reason.NOT_FOUND,
                            ErrorTable.meaning(refused).reason());
                }
            }
        });
    }

    private static Answer.Refused refused(Seed seed) {
        int status = seed.pick(List.of(400, 401, 403, 409, 410, 418, 429, 500, 502, 503, seed.intBetween(300, 599)));
        int code =
                seed.chance(50) ? -seed.intBetween(1, 2_100) : -seed.pick(List.of(1003, 1013, 1021, 2010, 2011, 2013));
        return new Answer.Refused(status, code, seed.pick(WORDS), 0, 0);
    }

    private static List<VenueCall> calls() {
        var key = new OrderKey(Conversation.BTC, "tg1-1", "");
        return List.of(
                new VenueCall.Submit(Conversation.limitBuy("tg1-1")),
                new VenueCall.Cancel(key),
                new VenueCall.CancelAll(Conversation.BTC),
                new VenueCall.LookUp(key),
                new VenueCall.OpenOrders(),
                new VenueCall.Fills(Conversation.BTC, 0),
                new VenueCall.Balances(),
                new VenueCall.Quote(Conversation.BTC));
    }
}
