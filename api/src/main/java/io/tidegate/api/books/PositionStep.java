package io.tidegate.api.books;

import io.tidegate.model.event.PositionCause;
import io.tidegate.model.number.Amount;

/// One change of a position, and what brought it about (SPEC POS-1).
///
/// @param atNs     log time, nanoseconds since 1970 UTC
/// @param before   the quantity until then, at the instrument's scale
/// @param after    the quantity since
/// @param cost     of the open quantity since, in the quote asset
/// @param realised gross result since, in the quote asset
/// @param trigger  the execution, correction or adjustment, such as `fill 28457`
public record PositionStep(
        long atNs,
        int venueAccount,
        int instrument,
        PositionCause cause,
        long before,
        long after,
        Amount cost,
        Amount realised,
        String trigger) {}
