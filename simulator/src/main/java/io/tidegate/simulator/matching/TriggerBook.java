package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Orders of one instrument that wait for a price: each leaves when a trade reaches its stop.
///
/// A trailing order follows the best price that was traded since it became active, at a distance in ten-thousandths,
/// and leaves when a trade comes back that far. The same calls give the same order of leaving: by stop price, nearest
/// first, at one price the oldest; then trailing ones, oldest first. One thread.
public final class TriggerBook {
    private static final long BPS = 10_000;

    private final NavigableMap<Long, Set<Long>> rising = new TreeMap<>(); // order ids by stop price, nearest first
    private final NavigableMap<Long, Set<Long>> falling = new TreeMap<>(Collections.reverseOrder());
    private final Map<Long, Stop> stops = new LinkedHashMap<>(); // all that wait for a fixed price, by order id
    private final Map<Long, Trail> trails = new LinkedHashMap<>();

    private record Stop(boolean isRising, long price) {}

    private static final class Trail {
        final Side side;
        final int bps;
        final boolean startsRising;
        final long startPrice; // 0 for at once
        boolean isActive;
        long best;

        Trail(Side side, int bps, boolean startsRising, long startPrice) {
            this.side = side;
            this.bps = bps;
            this.startsRising = startsRising;
            this.startPrice = startPrice;
        }

        /// Takes note of a trade.
        ///
        /// @return whether the order leaves by it
        boolean traded(long price) {
            if (!isActive) {
                isActive = startPrice == 0 || (startsRising ? price >= startPrice : price <= startPrice);
                best = price;
                return false;
            }
            best = side == Side.SELL ? Math.max(best, price) : Math.min(best, price);
            return side == Side.SELL
                    ? Math.multiplyExact(price, BPS) <= Math.multiplyExact(best, BPS - bps)
                    : Math.multiplyExact(price, BPS) >= Math.multiplyExact(best, BPS + bps);
        }
    }

    /// Lets an order wait for a trade at or beyond a price.
    ///
    /// @param isRising whether it waits for prices to rise to it; for prices to fall otherwise
    public void await(long orderId, boolean isRising, long price) {
        stops.put(orderId, new Stop(isRising, price));
        (isRising ? rising : falling)
                .computeIfAbsent(price, _ -> new LinkedHashSet<>())
                .add(orderId);
    }

    /// Lets an order follow the price.
    ///
    /// @param bps          the distance, in ten-thousandths of the best price since it became active, 1 to 9,999
    /// @param startsRising whether it becomes active when prices rise to `startPrice`; else when they fall to it
    /// @param startPrice   0 to become active at once
    /// @param last         price of the last trade
    public void trail(long orderId, Side side, int bps, boolean startsRising, long startPrice, long last) {
        var trail = new Trail(side, bps, startsRising, startPrice);
        trails.put(orderId, trail);
        if (startPrice == 0) {
            trail.isActive = true;
            trail.best = last;
        }
    }

    /// Forgets an order; nothing happens when it does not wait.
    public void remove(long orderId) {
        trails.remove(orderId);
        var stop = stops.remove(orderId);
        if (stop != null) {
            var side = stop.isRising ? rising : falling;
            var waiting = side.get(stop.price);
            if (waiting != null && waiting.remove(orderId) && waiting.isEmpty()) {
                side.remove(stop.price);
            }
        }
    }

    /// Takes note of a trade and has those leave whose turn it is.
    public void traded(long price, LongConsumer leaves) {
        if (stops.isEmpty() && trails.isEmpty()) {
            return;
        }
        var left = new ArrayList<Long>();
        collect(rising.headMap(price, true), left);
        collect(falling.headMap(price, true), left);
        for (Iterator<Map.Entry<Long, Trail>> all = trails.entrySet().iterator(); all.hasNext(); ) {
            var entry = all.next();
            if (entry.getValue().traded(price)) {
                left.add(entry.getKey());
                all.remove();
            }
        }
        left.forEach(leaves::accept);
    }

    private void collect(NavigableMap<Long, Set<Long>> reached, List<Long> left) {
        reached.values().forEach(ids -> {
            left.addAll(ids);
            ids.forEach(stops::remove);
        });
        reached.clear();
    }

    /// How many orders wait.
    public int count() {
        return stops.size() + trails.size();
    }
}
