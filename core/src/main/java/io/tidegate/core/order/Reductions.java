package io.tidegate.core.order;

import io.tidegate.core.ledger.Positions;
import io.tidegate.model.order.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What reduce-only orders may still take off a position: they reserve closing quantity like a balance, so that two of
/// them in flight never turn it (SPEC ORD-1).
final class Reductions {
    private record Key(int venueAccount, int instrument, Side side) {}

    private final Positions positions;
    private final Map<Key, Map<Long, Child>> atWork = new LinkedHashMap<>();

    Reductions(Positions positions) {
        this.positions = positions;
    }

    /// Notes a reduce-only child that is out.
    void add(Child child) {
        atWork.computeIfAbsent(key(child), key -> new LinkedHashMap<>()).put(child.id(), child);
    }

    void remove(Child child) {
        Map<Long, Child> children = atWork.get(key(child));
        if (children != null) {
            children.remove(child.id());
        }
    }

    /// How much of the position an order of that side could close at all.
    long closable(int venueAccount, int instrument, Side side) {
        long position = positions.quantity(venueAccount, instrument);
        return Math.max(0, side == Side.SELL ? position : -position);
    }

    /// The same less what reduce-only orders at work may still close.
    long room(int venueAccount, int instrument, Side side) {
        long taken = 0;
        for (Child child : atWork.getOrDefault(new Key(venueAccount, instrument, side), Collections.emptyMap())
                .values()) {
            taken += child.remaining();
        }
        return closable(venueAccount, instrument, side) - taken;
    }

    /// The reduce-only children at work there, the newest first.
    List<Child> newestFirst(int venueAccount, int instrument, Side side) {
        Map<Long, Child> children =
                atWork.getOrDefault(new Key(venueAccount, instrument, side), Collections.emptyMap());
        return new ArrayList<>(children.values()).reversed();
    }

    private static Key key(Child child) {
        return new Key(child.ready.venueAccount(), child.ready.instrument(), child.ready.side());
    }
}
