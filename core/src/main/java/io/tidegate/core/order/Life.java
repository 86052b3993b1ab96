package io.tidegate.core.order;

import static io.tidegate.model.order.OrderStatus.CANCELLED;
import static io.tidegate.model.order.OrderStatus.EXPIRED;
import static io.tidegate.model.order.OrderStatus.FILLED;
import static io.tidegate.model.order.OrderStatus.OPEN;
import static io.tidegate.model.order.OrderStatus.PARTIALLY_FILLED;
import static io.tidegate.model.order.OrderStatus.PENDING;
import static io.tidegate.model.order.OrderStatus.PENDING_CANCEL;
import static io.tidegate.model.order.OrderStatus.PENDING_REPLACE;
import static io.tidegate.model.order.OrderStatus.REJECTED;
import static io.tidegate.model.order.OrderStatus.SUBMITTED;

import io.tidegate.model.order.OrderStatus;

/// The transition table of SPEC ORD-4: total, pure, and the only place where a child's next status is decided.
///
/// No report leads back to PENDING or SUBMITTED. Nothing moves a terminal order: a fill that reaches one is booked and
/// flagged, all else is late and counts for nothing.
final class Life {
    /// What follows.
    ///
    /// @param to      the next status, the same when nothing changes
    /// @param flagged whether the fact is remarkable: it came late, or before the order was known to be handed out
    record Step(OrderStatus to, boolean flagged) {}

    private Life() {}

    /// What `happening` does to an order that is `from`.
    static Step next(OrderStatus from, Happening happening) {
        if (from.isTerminal()) {
            boolean fill = happening == Happening.PART_FILL || happening == Happening.LAST_FILL;
            return new Step(from, fill);
        }
        return switch (happening) {
            case HANDED_OUT -> stay(from == PENDING ? SUBMITTED : from);
            case ACKNOWLEDGED ->
                switch (from) {
                    case PENDING -> new Step(OPEN, true);
                    case SUBMITTED -> stay(OPEN);
                    default -> stay(from);
                };
            case PART_FILL ->
                switch (from) {
                    case PENDING -> new Step(PARTIALLY_FILLED, true);
                    case PENDING_CANCEL, PENDING_REPLACE -> stay(from);
                    default -> stay(PARTIALLY_FILLED);
                };
            case LAST_FILL -> new Step(FILLED, from == PENDING);
            case CANCEL_ASKED ->
                switch (from) {
                    case PENDING -> stay(CANCELLED);
                    case PENDING_REPLACE -> stay(from); // asked again after the outcome
                    default -> stay(PENDING_CANCEL);
                };
            case REPLACE_ASKED ->
                switch (from) {
                    case OPEN, PARTIALLY_FILLED -> stay(PENDING_REPLACE);
                    default -> stay(from); // PENDING takes the new terms, SUBMITTED waits, the others refuse
                };
            case REPLACED_UNFILLED -> stay(from == PENDING_REPLACE ? OPEN : from);
            case REPLACED_FILLED -> stay(from == PENDING_REPLACE ? PARTIALLY_FILLED : from);
            case CHANGE_REFUSED_UNFILLED -> stay(from == PENDING_CANCEL || from == PENDING_REPLACE ? OPEN : from);
            case CHANGE_REFUSED_FILLED ->
                stay(from == PENDING_CANCEL || from == PENDING_REPLACE ? PARTIALLY_FILLED : from);
            case CANCELLED -> from == PENDING ? stay(from) : stay(CANCELLED);
            case EXPIRED -> stay(EXPIRED);
            case REFUSED_UNFILLED -> stay(REJECTED);
            case REFUSED_FILLED -> stay(CANCELLED);
        };
    }

    private static Step stay(OrderStatus to) {
        return new Step(to, false);
    }
}
