package io.tidegate.venues.binance;

import static io.tidegate.venues.api.VenueError.Category.EXCHANGE_ERROR;
import static io.tidegate.venues.api.VenueError.Category.FATAL;
import static io.tidegate.venues.api.VenueError.Category.INVALID_REQUEST;
import static io.tidegate.venues.api.VenueError.Category.RATE_LIMITED;
import static io.tidegate.venues.api.VenueError.Category.RETRYABLE;
import static io.tidegate.venues.api.VenueError.Certainty.DONE_BEFORE;
import static io.tidegate.venues.api.VenueError.Certainty.NOT_EXECUTED;
import static io.tidegate.venues.api.VenueError.Certainty.UNKNOWN;

import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What each of the venue's errors means: one category whatever was asked, and what is certain when it
/// answers an order or a cancel (binance.md section 7; SPEC ERR-1, Property 7).
///
/// Rows are tried in order and the first that fits holds; the last fits everything, so that a code nobody has seen
/// puts an order in doubt instead of ending it. Where a filter has several rules, the reason is the usual one and
/// the venue's words stay with it.
final class ErrorTable {
    /// What an error means.
    ///
    /// @param certainty about an order or a cancel; a query changes nothing
    record Meaning(Category category, Certainty certainty, Reason reason) {}

    /// @param statusMin HTTP status, or that of the frame, from here
    /// @param statusMax to here
    /// @param code      the venue's code, 0 for any and for none
    /// @param words     part of its message that must be there, "" for any
    private record Row(int statusMin, int statusMax, int code, String words, Meaning meaning) {
        boolean fits(Answer.Refused refused) {
            return refused.status() >= statusMin
                    && refused.status() <= statusMax
                    && (code == 0 || code == refused.code())
                    && refused.message().contains(words);
        }
    }

    private static final int[] BAD_FIELDS = {
        -1014, -1020, -1111, -1114, -1115, -1116, -1117, -1118, -1119, -1120, -1121, -1128, -1130, -1135, -1145, -1151,
        -1220, -2035, -2036, -2038, -2039, -2042
    };
    private static final int[] FIX_SESSION = {-1033, -1034, -1035, -1175, -1176, -1177, -1178, -1179, -1180, -1181};

    private static final List<Row> ROWS = Stream.of(
                    Stream.of(
                            status(418, 418, RATE_LIMITED, NOT_EXECUTED, Reason.OTHER),
                            status(403, 403, FATAL, NOT_EXECUTED, Reason.OTHER), // firewall: a person must look
                            code(-1008, "", RETRYABLE, NOT_EXECUTED, Reason.OTHER), // never reached the engine
                            status(500, 599, RETRYABLE, UNKNOWN, Reason.OTHER), // also with a code
                            code(-1015, "", RATE_LIMITED, NOT_EXECUTED, Reason.TOO_MANY_ORDERS),
                            code(-1003, "", RATE_LIMITED, NOT_EXECUTED, Reason.OTHER),
                            status(429, 429, RATE_LIMITED, NOT_EXECUTED, Reason.OTHER),
                            code(-1000, "", RETRYABLE, UNKNOWN, Reason.OTHER),
                            code(-1001, "", RETRYABLE, UNKNOWN, Reason.CONNECTION),
                            code(-1006, "", RETRYABLE, UNKNOWN, Reason.OTHER),
                            code(-1007, "", RETRYABLE, UNKNOWN, Reason.OTHER),
                            code(-1016, "", EXCHANGE_ERROR, UNKNOWN, Reason.CONNECTION),
                            code(-1002, "", FATAL, NOT_EXECUTED, Reason.AUTHENTICATION),
                            code(-1022, "", FATAL, NOT_EXECUTED, Reason.AUTHENTICATION),
                            code(-2014, "", FATAL, NOT_EXECUTED, Reason.AUTHENTICATION),
                            code(-2015, "", FATAL, NOT_EXECUTED, Reason.AUTHENTICATION),
                            code(-1021, "", RETRYABLE, NOT_EXECUTED, Reason.CLOCK)),
                    Stream.of(
                            filter("PRICE_FILTER", INVALID_REQUEST, Reason.OFF_GRID),
                            filter("LOT_SIZE", INVALID_REQUEST, Reason.OFF_GRID), // and MARKET_LOT_SIZE
                            filter("NOTIONAL", INVALID_REQUEST, Reason.TOO_SMALL), // and MIN_NOTIONAL
                            filter("MAX_POSITION", INVALID_REQUEST, Reason.TOO_LARGE),
                            // MAX_NUM_ORDERS, MAX_NUM_ALGO_ORDERS, EXCHANGE_MAX_NUM_ORDERS and their kin
                            filter("MAX_NUM_", RATE_LIMITED, Reason.TOO_MANY_ORDERS),
                            // PERCENT_PRICE(_BY_SIDE), TRAILING_DELTA, ICEBERG_PARTS and what may come
                            filter("", INVALID_REQUEST, Reason.BAD_FIELD)),
                    IntStream.concat(IntStream.rangeClosed(-1108, -1100), IntStream.of(BAD_FIELDS))
                            .mapToObj(code -> code(code, "", INVALID_REQUEST, NOT_EXECUTED, Reason.BAD_FIELD)),
                    IntStream.of(FIX_SESSION).mapToObj(code -> code(code, "", RETRYABLE, UNKNOWN, Reason.CONNECTION)),
                    Stream.of(
                            order("insufficient balance", INVALID_REQUEST, Reason.INSUFFICIENT_FUNDS),
                            // The first one arrived and stands: the strongest answer that a repetition can have.
                            code(-2010, "Duplicate order sent", INVALID_REQUEST, DONE_BEFORE, Reason.DUPLICATE_ID),
                            order("would immediately match and take", INVALID_REQUEST, Reason.WOULD_TAKE),
                            order("would trigger immediately", INVALID_REQUEST, Reason.BAD_FIELD),
                            order("Market is closed", EXCHANGE_ERROR, Reason.MARKET_CLOSED),
                            order("symbol is not permitted", EXCHANGE_ERROR, Reason.OTHER),
                            order("action is disabled on this account", FATAL, Reason.AUTHENTICATION),
                            code(-2011, "Unknown order sent", INVALID_REQUEST, NOT_EXECUTED, Reason.NOT_FOUND),
                            code(-2011, "cancel restrictions", INVALID_REQUEST, NOT_EXECUTED, Reason.BAD_FIELD),
                            code(-2013, "", INVALID_REQUEST, NOT_EXECUTED, Reason.NOT_FOUND),
                            code(-2026, "", INVALID_REQUEST, NOT_EXECUTED, Reason.NOT_FOUND),
                            code(-2021, "", EXCHANGE_ERROR, UNKNOWN, Reason.OTHER), // half of a cancel-replace
                            code(-2022, "", EXCHANGE_ERROR, NOT_EXECUTED, Reason.OTHER),
                            status(401, 401, FATAL, NOT_EXECUTED, Reason.AUTHENTICATION),
                            // What is asked for has been retired (section 0): nothing there can act.
                            status(410, 410, EXCHANGE_ERROR, NOT_EXECUTED, Reason.OTHER),
                            status(0, 599, EXCHANGE_ERROR, UNKNOWN, Reason.OTHER)))
            .flatMap(rows -> rows)
            .toList();

    private ErrorTable() {}

    /// The one meaning of a refusal.
    static Meaning meaning(Answer.Refused refused) {
        return ROWS.stream()
                .filter(row -> row.fits(refused))
                .map(Row::meaning)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status " + refused.status() + " beyond 599"));
    }

    private static Row status(int min, int max, Category category, Certainty certainty, Reason reason) {
        return new Row(min, max, 0, "", new Meaning(category, certainty, reason));
    }

    private static Row code(int code, String words, Category category, Certainty certainty, Reason reason) {
        return new Row(0, 599, code, words, new Meaning(category, certainty, reason));
    }

    /// -1013 says "Filter failure: NAME"; the filters are checked before anything happens.
    private static Row filter(String name, Category category, Reason reason) {
        return code(-1013, name, category, NOT_EXECUTED, reason);
    }

    /// -2010 refuses a new order; only its words say why.
    private static Row order(String words, Category category, Reason reason) {
        return code(-2010, words, category, NOT_EXECUTED, reason);
    }
}
