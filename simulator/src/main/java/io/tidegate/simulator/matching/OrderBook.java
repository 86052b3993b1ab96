package io.tidegate.simulator.matching;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/// The order book of one instrument: the best price trades first, at one price the oldest order.
///
/// Every change is told to a listener at once, in order; the listener must not call the book. The same calls give the
/// same events. As large as its callers let it become. One thread.
public final class OrderBook {
    private final int scales;
    private final BookSide bids = new BookSide(Side.BUY);
    private final BookSide asks = new BookSide(Side.SELL);
    private final Long2ObjectHashMap<RestingOrder> resting = new Long2ObjectHashMap<>(); // looked up, never iterated
    private final List<LevelWatcher> watchers = new ArrayList<>(0);
    private long version;

    public OrderBook(Instrument instrument) {
        scales = instrument.scales();
    }

    /// Lets an order arrive: it trades what it can, and what is left of a GTC limit order rests.
    ///
    /// @throws IllegalArgumentException when an order of that id rests already
    public void place(Placement placement, Consumer<MatchEvent> out) {
        if (resting.containsKey(placement.orderId())) {
            throw new IllegalArgumentException("order " + placement.orderId() + " rests already");
        }
        long limit = placement instanceof Placement.Limit order ? order.price() : 0;
        if (placement instanceof Placement.Limit order && order.postOnly() && takes(order.side(), order.price())) {
            out.accept(new MatchEvent.Ended(order.orderId(), End.WOULD_TAKE, limit, order.quantity()));
            return;
        }
        out.accept(new MatchEvent.Accepted(placement.orderId()));
        var appetite = Appetite.of(placement, scales);
        if (placement instanceof Placement.Limit order
                && order.timeInForce() == TimeInForce.FOK
                && preview(order).quantity() < order.quantity()) {
            out.accept(new MatchEvent.Ended(order.orderId(), End.FOK_UNFILLABLE, limit, order.quantity()));
            return;
        }
        take(placement, appetite, out);
        if (appetite.isFull()) {
            out.accept(new MatchEvent.Ended(placement.orderId(), End.FILLED, limit, 0));
        } else if (placement instanceof Placement.Limit order && order.timeInForce() == TimeInForce.GTC) {
            rest(order.orderId(), order.side(), order.price(), appetite.left());
        } else {
            End end = placement instanceof Placement.Limit ? End.IOC_REST : End.NO_LIQUIDITY;
            out.accept(new MatchEvent.Ended(placement.orderId(), end, limit, appetite.left()));
        }
    }

    /// Takes an order out of the book.
    ///
    /// @return false when no such order rests here
    public boolean cancel(long orderId, Consumer<MatchEvent> out) {
        var order = resting.remove(orderId);
        if (order == null) {
            return false;
        }
        leave(order);
        out.accept(new MatchEvent.Ended(orderId, End.CANCELLED, order.level.price, order.left));
        return true;
    }

    /// Makes an order smaller in its place; by all that is left of it, or more, cancels it.
    ///
    /// @param by positive
    /// @return false when no such order rests here
    public boolean reduce(long orderId, long by, Consumer<MatchEvent> out) {
        if (by <= 0) {
            throw new IllegalArgumentException("order " + orderId + " reduced by " + by);
        }
        var order = resting.get(orderId);
        if (order == null || by >= order.left) {
            return cancel(orderId, out);
        }
        order.level.reduce(order, by);
        changed(order.level);
        out.accept(new MatchEvent.Reduced(orderId, order.level.price, by, order.left));
        return true;
    }

    /// Enters what is left of an order at another price: it loses its place and may trade.
    ///
    /// @return false when no such order rests here
    public boolean move(long orderId, long price, Consumer<MatchEvent> out) {
        var order = resting.remove(orderId);
        if (order == null) {
            return false;
        }
        leave(order);
        place(new Placement.Limit(orderId, order.level.side, price, order.left, TimeInForce.GTC, false), out);
        return true;
    }

    /// What an order would trade if it arrived now. Changes nothing.
    public Preview preview(Placement placement) {
        var appetite = Appetite.of(placement, scales);
        long quantity = 0;
        Amount quote = Amount.ZERO;
        for (Level level : side(placement.side().opposite()).bestFirst()) {
            for (RestingOrder maker : level.oldestFirst()) {
                long traded = Math.min(maker.left, appetite.at(level.price));
                if (traded == 0) {
                    return new Preview(quantity, quote);
                }
                appetite.took(level.price, traded);
                quantity += traded;
                quote = quote.plus(Amount.product(level.price, traded, scales));
            }
        }
        return new Preview(quantity, quote);
    }

    /// Whether an order of that side and limit would trade on arrival.
    public boolean takes(Side side, long price) {
        var facing = side(side.opposite());
        return !facing.isEmpty() && (side == Side.BUY ? facing.best().price <= price : facing.best().price >= price);
    }

    /// The best price of a side; empty when nobody is there.
    public OptionalLong best(Side side) {
        var levels = side(side);
        return levels.isEmpty() ? OptionalLong.empty() : OptionalLong.of(levels.best().price);
    }

    /// The best levels of a side, best first.
    public List<PriceLevel> levels(Side side, int limit) {
        var seen = new ArrayList<PriceLevel>(Math.min(limit, 32));
        for (Level level : side(side).bestFirst()) {
            if (seen.size() == limit) {
                break;
            }
            seen.add(level.seen());
        }
        return seen;
    }

    /// The quantity that rests at a price; 0 where nobody is.
    public long quantityAt(Side side, long price) {
        return side(side).quantityAt(price);
    }

    /// Has changes of levels told from now on.
    public void watch(LevelWatcher watcher) {
        watchers.add(watcher);
    }

    public void unwatch(LevelWatcher watcher) {
        watchers.remove(watcher);
    }

    /// Counts the changes of the book since the beginning.
    public long version() {
        return version;
    }

    private void take(Placement taker, Appetite appetite, Consumer<MatchEvent> out) {
        var facing = side(taker.side().opposite());
        while (!facing.isEmpty()) {
            Level level = facing.best();
            long wanted = appetite.at(level.price);
            if (wanted == 0) {
                break;
            }
            RestingOrder maker = level.oldest();
            long traded = Math.min(wanted, maker.left);
            appetite.took(level.price, traded);
            level.reduce(maker, traded);
            changed(level);
            out.accept(new MatchEvent.Traded(
                    taker.orderId(), maker.orderId, taker.side(), level.price, traded, appetite.left(), maker.left));
            if (maker.left == 0) {
                resting.remove(maker.orderId);
                leave(maker);
                out.accept(new MatchEvent.Ended(maker.orderId, End.FILLED, level.price, 0));
            }
        }
    }

    private void rest(long orderId, Side side, long price, long left) {
        var order = side(side).at(price).append(orderId, left);
        resting.put(orderId, order);
        changed(order.level);
    }

    private void leave(RestingOrder order) {
        order.level.remove(order);
        if (order.level.isEmpty()) {
            side(order.level.side).drop(order.level);
        }
        changed(order.level);
    }

    private void changed(Level level) {
        version++;
        for (LevelWatcher watcher : watchers) {
            watcher.changed(level.side, level.price);
        }
    }

    private BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
