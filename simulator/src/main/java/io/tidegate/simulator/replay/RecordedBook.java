package io.tidegate.simulator.replay;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Conditions;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.OrderRequest;
import io.tidegate.simulator.venue.Placed;
import io.tidegate.simulator.venue.Prevention;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The recorded orders of one market, kept in the simulated book as orders of the house.
///
/// A customer's order queues among them, and its place moves as follows. A recorded trade arrives as an order and takes
/// from the front: what stood before the customer first, then the customer. What the recording adds to a level queues
/// behind. What it takes away without a trade is taken from the back first, so that nobody gets on in the queue by what
/// may have stood behind him.
final class RecordedBook {
    private final SimulatedVenue venue;
    private final Market market;
    private final Account quoting;
    private final Account taking;
    private final RecordedSide bids = new RecordedSide(Side.BUY);
    private final RecordedSide asks = new RecordedSide(Side.SELL);
    private boolean hasSnapshot;
    private long appliedId;
    private long bestId;
    private long orderCount;

    RecordedBook(SimulatedVenue venue, Market market, Account quoting, Account taking) {
        this.venue = venue;
        this.market = market;
        this.quoting = quoting;
        this.taking = taking;
    }

    void snapshot(JsonNode data, long nowNs) {
        hasSnapshot = true;
        appliedId = data.get("lastUpdateId").asLong();
        for (Side side : Side.values()) {
            List.copyOf(side(side).orders.keySet()).forEach(price -> set(side, price, 0, nowNs));
            side(side).told.clear();
            side(side).doubtful.clear();
        }
        levels(Side.BUY, data.get("bids"), false, nowNs);
        levels(Side.SELL, data.get("asks"), false, nowNs);
    }

    void difference(JsonNode data, long nowNs) {
        long lastId = data.get("u").asLong();
        if (!hasSnapshot || lastId <= appliedId) {
            return;
        }
        appliedId = lastId;
        // What is gone goes first, so that what is new does not meet it.
        for (boolean removes : new boolean[] {true, false}) {
            levels(Side.BUY, data.get("b"), removes, nowNs);
            levels(Side.SELL, data.get("a"), removes, nowNs);
        }
        if (bestId <= appliedId) {
            for (Side side : Side.values()) {
                var doubtful = List.copyOf(side(side).doubtful);
                side(side).doubtful.clear();
                doubtful.forEach(price -> set(side, price, side(side).told(price), nowNs));
            }
        }
    }

    /// Best prices come sooner than differences: whatever was better than them is gone.
    void best(JsonNode data, long nowNs) {
        long id = data.get("u").asLong();
        if (!hasSnapshot || id <= appliedId || id <= bestId) {
            return;
        }
        bestId = id;
        long bid = price(data.get("b"));
        long ask = price(data.get("a"));
        clearBetter(Side.BUY, bid, nowNs);
        clearBetter(Side.SELL, ask, nowNs);
        guess(Side.BUY, bid, quantity(data.get("B")), nowNs);
        guess(Side.SELL, ask, quantity(data.get("A")), nowNs);
    }

    /// A recorded trade: somebody arrives who takes that much at that price.
    void trade(JsonNode data, long nowNs) {
        if (!hasSnapshot) {
            return;
        }
        long price = price(data.get("p"));
        long quantity = quantity(data.get("q"));
        Side side = data.get("m").asBoolean() ? Side.SELL : Side.BUY;
        Side offering = side.opposite();
        // The trade may be told late: what cannot have been there when it happened stands aside for a moment.
        var better =
                quantities(offering, side(offering).orders.headMap(price, false).keySet());
        var crossed = quantities(side, side(side).orders.headMap(price, true).keySet());
        better.keySet().forEach(p -> guess(offering, p, 0, nowNs));
        crossed.keySet().forEach(p -> guess(side, p, 0, nowNs));
        long offered = left(offering, price);
        if (offered < quantity) {
            guess(offering, price, quantity, nowNs); // it was refilled between two messages
        }
        var taker = OrderRequest.limit("t" + ++orderCount, side, TimeInForce.IOC, price, quantity);
        venue.place(taking, market, taker, nowNs);
        // How much is offered the other messages say, before or after this one.
        guess(offering, price, offered, nowNs);
        better.forEach((p, left) -> guess(offering, p, left, nowNs));
        crossed.forEach((p, left) -> guess(side, p, left, nowNs));
    }

    private Map<Long, Long> quantities(Side side, Set<Long> prices) {
        var quantities = new LinkedHashMap<Long, Long>();
        prices.forEach(price -> quantities.put(price, left(side, price)));
        return quantities;
    }

    private void clearBetter(Side side, long price, long nowNs) {
        List.copyOf(side(side).orders.headMap(price, false).keySet()).forEach(better -> guess(side, better, 0, nowNs));
    }

    /// Sets a level by what is not a difference: the next difference that is as late says what it really is.
    private void guess(Side side, long price, long quantity, long nowNs) {
        side(side).doubtful.add(price);
        set(side, price, quantity, nowNs);
    }

    private void levels(Side side, JsonNode levels, boolean removes, long nowNs) {
        for (JsonNode level : levels) {
            long quantity = quantity(level.get(1));
            if ((quantity == 0) == removes) {
                long price = price(level.get(0));
                side(side).tell(price, quantity);
                set(side, price, quantity, nowNs);
            }
        }
    }

    /// Makes the recorded orders of a level be that much in all.
    private void set(Side side, long price, long quantity, long nowNs) {
        var orders = side(side).orders.getOrDefault(price, List.of());
        long left = left(side, price);
        for (VenueOrder order : orders.reversed()) {
            if (left <= quantity) {
                break;
            }
            long excess = left - quantity;
            if (!order.state().isOpen()) {
                continue;
            }
            if (excess >= order.left()) {
                left -= order.left();
                venue.cancel(order, "", nowNs);
            } else {
                left -= excess;
                venue.amend(order, "a" + ++orderCount, order.quantity() - excess, nowNs);
            }
        }
        var kept = new ArrayList<>(
                orders.stream().filter(order -> order.state().isOpen()).toList());
        if (quantity > left) {
            add(side, price, quantity - left, nowNs, kept);
        }
        if (kept.isEmpty()) {
            side(side).orders.remove(price);
        } else {
            side(side).orders.put(price, kept);
        }
    }

    private void add(Side side, long price, long quantity, long nowNs, List<VenueOrder> kept) {
        // Whatever of the recording stands in the way is out of date and yields; a recorded book may be crossed for a
        // moment, and what has yielded comes back with the next difference.
        side(side.opposite())
                .doubtful
                .addAll(side(side.opposite()).orders.headMap(price, true).keySet());
        var request = OrderRequest.limit("r" + ++orderCount, side, TimeInForce.GTC, price, quantity)
                .with(Conditions.of(Prevention.EXPIRE_MAKER));
        if (venue.place(quoting, market, request, nowNs) instanceof Placed.Accepted accepted
                && accepted.order().state().isOpen()) {
            kept.add(accepted.order());
        }
    }

    private long left(Side side, long price) {
        return side(side).orders.getOrDefault(price, List.of()).stream()
                .filter(order -> order.state().isOpen())
                .mapToLong(VenueOrder::left)
                .sum();
    }

    private long price(JsonNode text) {
        return market.instrument().price(text.asString());
    }

    private long quantity(JsonNode text) {
        return market.instrument().quantity(text.asString());
    }

    private RecordedSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
