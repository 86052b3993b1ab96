package io.tidegate.gateway.handout;

import io.tidegate.gateway.known.Child;
import io.tidegate.gateway.session.Ticket;
import org.jspecify.annotations.Nullable;

/// One order's conversation with the venue: at most one request of it is under way at any time. A change in place goes
/// the way of a cancel, and waits behind one.
///
/// ```text
///  SUBMIT_WAITS ──▶ SUBMIT_UNDER_WAY ──has it──▶ IDLE ◀──────────────┐
///       ▲   │              │   │                  │ cancel asked     │ still open
///       │   │ not sent     │   └──no word──▶ IN_DOUBT ◀──no word──┐  │
///  SUBMIT_AGAIN ◀─not taken┘                  │   ▲              │  │
///           ▼                       settled   └───┼──────▶ CANCEL_WAITS ──▶ CANCEL_UNDER_WAY
///         (ended)                                 └──────────────────────────────┘
/// ```
final class Lane {
    enum State {
        SUBMIT_WAITS,
        SUBMIT_UNDER_WAY,
        SUBMIT_AGAIN,
        IDLE,
        CANCEL_WAITS,
        CANCEL_UNDER_WAY,
        AMEND_WAITS,
        AMEND_UNDER_WAY,
        IN_DOUBT
    }

    final Child child;
    State state;
    int submissions;
    int cancels;
    int amends;
    long notBeforeNs = Long.MIN_VALUE;
    String lastAnswer = "";

    @Nullable
    Ticket ticket;

    Lane(Child child, State state) {
        this.child = child;
        this.state = state;
    }

    /// Whether it is certain that the venue does not have it, and that it may still be sent.
    boolean isUnsent() {
        return state == State.SUBMIT_WAITS || state == State.SUBMIT_AGAIN;
    }
}
