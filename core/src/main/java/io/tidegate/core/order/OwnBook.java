package io.tidegate.core.order;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What each owner has at work, by worst price: what an order of the same owner could trade with (SPEC ORD-11).
///
/// Doubtful children count like any other; native stops do not, for they stand beyond the market until the venue
/// sets them off.
final class OwnBook {
    private record Key(String account, int instrument) {}

    private record At(long price, long childId) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            return price != other.price ? Long.compare(price, other.price) : Long.compare(childId, other.childId);
        }
    }

    private record Sides(NavigableMap<At, Child> buys, NavigableMap<At, Child> sells) {
        NavigableMap<At, Child> of(Side side) {
            return side == Side.BUY ? buys : sells;
        }
    }

    private record Place(NavigableMap<At, Child> side, At at) {}

    private final Map<Key, Sides> books = new LinkedHashMap<>();
    private final Map<Long, Place> places = new LinkedHashMap<>();

    /// Takes a child in, or moves it to its present price.
    ///
    /// @param released whether its order may be worked; a held part of one that may counts too
    void put(String account, Child child, boolean released) {
        remove(child);
        boolean counts = child.isOut() || (child.isHeld() && released);
        boolean plain = child.ready.type() == OrderType.LIMIT || child.ready.type() == OrderType.MARKET;
        if (!counts || !plain) {
            return;
        }
        Sides sides = books.computeIfAbsent(
                new Key(account, child.ready.instrument()), key -> new Sides(new TreeMap<>(), new TreeMap<>()));
        var place = new Place(sides.of(child.ready.side()), new At(worst(child), child.id()));
        place.side.put(place.at, child);
        places.put(child.id(), place);
    }

    void remove(Child child) {
        Place place = places.remove(child.id());
        if (place != null) {
            place.side.remove(place.at);
        }
    }

    /// Children of that owner which an order at that price could trade with, at any venue.
    Collection<Child> crossing(String account, int instrument, Side side, long price) {
        Sides sides = books.get(new Key(account, instrument));
        if (sides == null) {
            return List.of();
        }
        return side == Side.BUY
                ? sides.sells.headMap(new At(price, Long.MAX_VALUE), true).values()
                : sides.buys.tailMap(new At(price, Long.MIN_VALUE), true).values();
    }

    /// While an amendment is under way, the price that crosses more.
    private static long worst(Child child) {
        if (child.amendQuantity == 0) {
            return child.ready.price();
        }
        return child.ready.side() == Side.BUY
                ? Math.max(child.ready.price(), child.amendPrice)
                : Math.min(child.ready.price(), child.amendPrice);
    }
}
