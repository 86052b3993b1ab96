package io.tidegate.venues.api;

/// A failure at a venue: exactly one category, what is certain about it, and the venue's own words (SPEC ERR-1).
///
/// @param certainty    whether the request may have taken effect
/// @param code         the venue's code, or ours such as `TIMEOUT` where the venue gave none
/// @param message      the venue's words, at most 200 characters
/// @param retryAtNs    not before this time; 0 where the venue names none
public record VenueError(
        Category category, Certainty certainty, Reason reason, String code, String message, long retryAtNs) {
    /// What to do about it.
    public enum Category {
        RETRYABLE,
        RATE_LIMITED,
        INVALID_REQUEST,
        EXCHANGE_ERROR,
        FATAL
    }

    /// What is known about its effect.
    public enum Certainty {
        NOT_EXECUTED,
        UNKNOWN,
        DONE_BEFORE
    }

    /// What it is about.
    public enum Reason {
        OTHER,
        INSUFFICIENT_FUNDS,
        DUPLICATE_ID,
        NOT_FOUND,
        ALREADY_ENDED,
        WOULD_TAKE,
        TOO_SMALL,
        TOO_LARGE,
        OFF_GRID,
        MARKET_CLOSED,
        BAD_FIELD,
        AUTHENTICATION,
        CLOCK,
        TOO_MANY_ORDERS,
        CONNECTION
    }
}
