package io.tidegate.core.order;

import io.tidegate.core.catalog.Catalog;
import io.tidegate.core.risk.KillSwitches;
import io.tidegate.core.risk.LossWatch;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.refusal.Refusal;
import java.util.ArrayList;
import java.util.Optional;

/// Cancels open orders that a kill switch or a loss stops, by rising id, a bounded number each turn.
final class Sweep {
    /// How many open orders are looked at in one turn.
    private static final int LIMIT = 256;

    private final Catalog catalog;
    private final KillSwitches kill;
    private final LossWatch losses;
    private final OrderStore store;
    private final Lifecycle life;
    /// The order after which it goes on; −1 when nothing is under way.
    private long afterId = -1;

    Sweep(Catalog catalog, KillSwitches kill, LossWatch losses, OrderStore store, Lifecycle life) {
        this.catalog = catalog;
        this.kill = kill;
        this.losses = losses;
        this.store = store;
        this.life = life;
    }

    void begin() {
        afterId = 0;
    }

    boolean isUnderWay() {
        return afterId >= 0;
    }

    /// Where it stands, for a snapshot.
    long afterId() {
        return afterId;
    }

    void restore(long standing) {
        afterId = standing;
    }

    void turn(long nowNs, EventSink out) {
        var inTurn = new ArrayList<Order>();
        for (Order order : store.open().tailMap(afterId, false).values()) {
            inTurn.add(order);
            if (inTurn.size() == LIMIT) {
                break;
            }
        }
        for (Order order : inTurn) {
            afterId = order.id;
            Optional<Refusal> stopped = stopped(order);
            if (!order.cancelling && stopped.isPresent()) {
                life.cancel(order, stopped.get().code() + " " + stopped.get().value(), nowNs, out);
            }
        }
        if (inTurn.size() < LIMIT) {
            afterId = -1;
        }
    }

    private Optional<Refusal> stopped(Order order) {
        Optional<Refusal> byOrder = catalog.instrument(order.terms.instrument())
                .flatMap(instrument -> kill.stops(order.terms, instrument))
                .or(() -> losses.stops(order.terms, order.acceptedNs));
        if (byOrder.isPresent()) {
            return byOrder;
        }
        return order.children.stream()
                .filter(Child::isLive)
                .flatMap(child -> catalog.venue(child.ready.venueAccount()).stream())
                .flatMap(venue -> kill.stops(venue.account()).stream())
                .findFirst();
    }
}
