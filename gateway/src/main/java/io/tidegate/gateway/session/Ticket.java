package io.tidegate.gateway.session;

import io.tidegate.gateway.limits.Charges;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.VenueCall;

/// One call on its way: it waits, then is under way, then is over.
public final class Ticket {
    enum State {
        WAITING,
        UNDER_WAY,
        OVER
    }

    final VenueCall call;
    final Caller caller;
    final Charges charges;
    final Priority priority;
    final long askedNs;
    final long expiresNs;
    State state = State.WAITING;
    long leftNs;

    Ticket(VenueCall call, Caller caller, Charges charges, Priority priority, long askedNs, long expiresNs) {
        this.call = call;
        this.caller = caller;
        this.charges = charges;
        this.priority = priority;
        this.askedNs = askedNs;
        this.expiresNs = expiresNs;
    }

    /// Whether no byte of it has left.
    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
