package io.tidegate.api.books;

import io.tidegate.model.order.Evidence;
import io.tidegate.model.order.OrderStatus;

/// One transition of an order or of one of its children: when, who caused it, and why (SPEC ORD-7).
///
/// @param atNs    log time, nanoseconds since 1970 UTC
/// @param childId the child that moved; 0 for the order itself
/// @param filled  what had been booked by then, at the instrument's quantity scale
/// @param by      whose command it was, such as `api`; "core" where time did it
/// @param reason  in words, "" where there is nothing to say
public record Step(
        long atNs,
        long childId,
        OrderStatus from,
        OrderStatus to,
        long filled,
        Evidence evidence,
        String by,
        String reason) {}
