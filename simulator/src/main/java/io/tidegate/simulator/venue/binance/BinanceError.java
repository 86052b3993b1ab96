package io.tidegate.simulator.venue.binance;

import java.util.OptionalLong;

/// A refusal in Binance's words: the table of error codes and messages (fact sheet §7; texts from its errors page).
///
/// @param status    HTTP status; the same number is the `status` of a WebSocket answer
/// @param retryAtNs when to come back, for rate limits
record BinanceError(int status, int code, String message, OptionalLong retryAtNs) {
    private BinanceError(int status, int code, String message) {
        this(status, code, message, OptionalLong.empty());
    }

    static BinanceError weightUsedUp(int limit, long retryAtNs) {
        return new BinanceError(
                429,
                -1003,
                "Too much request weight used; current limit is " + limit + " request weight per 1 MINUTE. Please use"
                        + " WebSocket Streams for live updates to avoid polling the API.",
                OptionalLong.of(retryAtNs));
    }

    static BinanceError rawUsedUp(int limit, long retryAtNs) {
        return new BinanceError(
                429,
                -1003,
                "Too many requests; current limit is " + limit + " requests per 5 MINUTE.",
                OptionalLong.of(retryAtNs));
    }

    static BinanceError banned(long untilNs) {
        return new BinanceError(
                418,
                -1003,
                "Way too much request weight used; IP banned until " + untilNs / 1_000_000
                        + ". Please use WebSocket Streams for live updates to avoid bans.",
                OptionalLong.of(untilNs));
    }

    static BinanceError tooManyOrders(int limit, String interval, long retryAtNs) {
        return new BinanceError(
                429,
                -1015,
                "Too many new orders; current limit is " + limit + " orders per " + interval + ".",
                OptionalLong.of(retryAtNs));
    }

    static BinanceError outcomeUnknown() {
        return new BinanceError(
                504,
                -1007,
                "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
    }

    static BinanceError busy() {
        return new BinanceError(
                503, -1008, "Server is currently overloaded with other requests. Please try again in a few minutes.");
    }

    static BinanceError unknownMethod() {
        return new BinanceError(400, -1000, "Unknown method.");
    }

    static BinanceError rejectedByRules(String message) {
        return new BinanceError(400, -1013, message);
    }

    static BinanceError filter(String name) {
        return new BinanceError(400, -1013, "Filter failure: " + name);
    }

    static BinanceError unsupported() {
        return new BinanceError(400, -1020, "This operation is not supported.");
    }

    static BinanceError tooLate() {
        return new BinanceError(400, -1021, "Timestamp for this request is outside of the recvWindow.");
    }

    static BinanceError tooEarly() {
        return new BinanceError(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
    }

    static BinanceError badSignature() {
        return new BinanceError(400, -1022, "Signature for this request is not valid.");
    }

    static BinanceError illegalCharacters(String name, String range) {
        return new BinanceError(
                400, -1100, "Illegal characters found in parameter '" + name + "'; legal range is '" + range + "'.");
    }

    static BinanceError illegalCharacters() {
        return new BinanceError(400, -1100, "Illegal characters found in a parameter.");
    }

    static BinanceError duplicateParameter() {
        return new BinanceError(400, -1101, "Duplicate values for a parameter detected.");
    }

    static BinanceError missing(String name) {
        return new BinanceError(
                400, -1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    static BinanceError bothMissing(String one, String other) {
        return new BinanceError(
                400, -1102, "Param '" + one + "' or '" + other + "' must be sent, but both were empty/null!");
    }

    static BinanceError unread(int readCount, int sentCount) {
        return new BinanceError(
                400,
                -1104,
                "Not all sent parameters were read; read '" + readCount + "' parameter(s) but was sent '" + sentCount
                        + "'.");
    }

    static BinanceError empty(String name) {
        return new BinanceError(400, -1105, "Parameter '" + name + "' was empty.");
    }

    static BinanceError notRequired(String name) {
        return new BinanceError(400, -1106, "Parameter '" + name + "' sent when not required.");
    }

    static BinanceError tooPrecise(String name) {
        return new BinanceError(400, -1111, "Parameter '" + name + "' has too much precision.");
    }

    static BinanceError badTimeInForce() {
        return new BinanceError(400, -1115, "Invalid timeInForce.");
    }

    static BinanceError badType() {
        return new BinanceError(400, -1116, "Invalid orderType.");
    }

    static BinanceError badSide() {
        return new BinanceError(400, -1117, "Invalid side.");
    }

    static BinanceError badInterval() {
        return new BinanceError(400, -1120, "Invalid interval.");
    }

    static BinanceError badSymbol() {
        return new BinanceError(400, -1121, "Invalid symbol.");
    }

    static BinanceError moreThan24Hours() {
        return new BinanceError(400, -1127, "More than 24 hours between startTime and endTime.");
    }

    static BinanceError badCombination() {
        return new BinanceError(400, -1128, "Combination of optional parameters invalid.");
    }

    static BinanceError notValid(String name) {
        return new BinanceError(400, -1130, "Data sent for parameter '" + name + "' is not valid.");
    }

    static BinanceError recvWindowTooLarge() {
        return new BinanceError(400, -1131, "recvWindow must be less than 60000.");
    }

    static BinanceError badJson() {
        return new BinanceError(400, -1135, "Invalid JSON Request");
    }

    static BinanceError badCancelRestrictions() {
        return new BinanceError(400, -1145, "Invalid cancelRestrictions");
    }

    /// The sheet gives no words for it.
    static BinanceError badListTypes() {
        return new BinanceError(400, -1158, "Order type not supported in this order list.");
    }

    static BinanceError badTimeUnit() {
        return new BinanceError(400, -1194, "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");
    }

    static BinanceError rejected(String message) {
        return new BinanceError(400, -2010, message);
    }

    static BinanceError unknownOrder() {
        return new BinanceError(400, -2011, "Unknown order sent.");
    }

    static BinanceError cancelRejected(String message) {
        return new BinanceError(400, -2011, message);
    }

    static BinanceError cancelRestricted() {
        return new BinanceError(400, -2011, "Order was not canceled due to cancel restrictions.");
    }

    static BinanceError noSuchOrder() {
        return new BinanceError(400, -2013, "Order does not exist.");
    }

    static BinanceError badKeyFormat() {
        return new BinanceError(401, -2014, "API-key format invalid.");
    }

    static BinanceError unknownKey() {
        return new BinanceError(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }

    static BinanceError noSuchList() {
        return new BinanceError(400, -2018, "Order list does not exist.");
    }

    static BinanceError replacedInPart(int status) {
        return new BinanceError(status, -2021, "Order cancel-replace partially failed.");
    }

    static BinanceError notReplaced() {
        return new BinanceError(400, -2022, "Order cancel-replace failed.");
    }

    static BinanceError streamActive() {
        return new BinanceError(400, -2035, "Subscription already active.");
    }

    static BinanceError streamNotActive() {
        return new BinanceError(400, -2036, "Subscription not active.");
    }

    static BinanceError amendRejected(String message) {
        return new BinanceError(400, -2038, message);
    }

    static BinanceError clientIdOfAnotherOrder() {
        return new BinanceError(400, -2039, "Client order ID is not correct for this order ID.");
    }

    /// Code as clients of the WebSocket API report it; the fact sheet names the refusal only (§9, quirk 9).
    static BinanceError hmacCannotLogOn() {
        return new BinanceError(400, -4056, "HMAC_SHA256 API key is not supported.");
    }
}
