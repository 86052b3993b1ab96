package io.tidegate.core.order;

import io.tidegate.model.event.EventSink;
import java.util.List;

/// What the orders of a group do to each other (SPEC ORD-11): fills of the first set off the others, fills of one
/// OCO order are taken from the other, and the end of one ends the other.
final class Contingencies {
    /// How the reasons begin under which a group ends one of its orders.
    static final String GROUP = "GROUP: ";

    private final Groups groups;
    private final Lifecycle life;
    private final Amendments amendments;
    private final Stirred stirred;

    Contingencies(Books books, Lifecycle life, Amendments amendments) {
        this.groups = books.groups();
        this.life = life;
        this.amendments = amendments;
        this.stirred = books.stirred();
    }

    /// Something happened to an order: lets its group follow.
    void follow(Order changed, long nowNs, EventSink out) {
        List<Order> legs = groups.legs(changed.terms);
        if (legs.isEmpty() || !groups.isWhole(changed)) {
            boolean broken = legs.stream().anyMatch(leg -> !leg.isLive());
            for (Order leg : List.copyOf(legs)) {
                if (broken && leg.isLive() && !leg.cancelling) {
                    life.cancel(leg, GROUP + "it was never whole", nowNs, out);
                }
            }
            return;
        }
        for (Order leg : List.copyOf(legs)) {
            if (leg.isLive() && !leg.cancelling) {
                follow(leg, changed, nowNs, out);
            }
        }
    }

    private void follow(Order leg, Order changed, long nowNs, EventSink out) {
        boolean firstOver = groups.first(leg).filter(first -> !first.isLive()).isPresent();
        Order other = groups.other(leg).orElse(leg);
        boolean otherOver = other != leg && !other.isLive();
        boolean takesOver = leg.released && leg.isStopOurs();
        long allowed = groups.allowed(leg);
        if (firstOver && groups.base(leg) == 0) {
            life.cancel(leg, GROUP + "nothing of its first order was filled", nowNs, out);
        } else if (otherOver && (!takesOver || allowed == 0)) {
            life.cancel(leg, GROUP + "order " + other.id + " has ended", nowNs, out);
        } else if (leg.filled + leg.atWork() > allowed) {
            amendments.recall(leg, GROUP + "order " + other.id + " was filled in part", nowNs, out);
        } else if ((firstOver || otherOver) && allowed < leg.now.quantity() && allowed >= leg.filled) {
            amendments.shrink(leg, allowed, nowNs, out);
        } else if (leg != changed) {
            stirred.look(leg.id);
        }
    }
}
