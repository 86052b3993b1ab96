package io.tidegate.simulator.matching;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/// The order book of one instrument: the best price trades first, at one price the oldest order.
///
/// Every change is told to a listener at once, in order; the listener must not call the book. The same calls give the
/// same events. As large as its callers let it become; a resting order is one object. One thread.
public final class OrderBook {
    private final Preview.Maker previews;
    private final BookSide bids = new BookSide(Side.BUY);
    private final BookSide asks = new BookSide(Side.SELL);
    private final Long2ObjectHashMap<RestingOrder> resting = new Long2ObjectHashMap<>(); // looked up, never iterated
    private final List<LevelWatcher> watchers = new ArrayList<>(0);
    private long version;

    public OrderBook(Instrument instrument) {
        previews = new Preview.Maker(instrument.scales());
    }

    /// Lets an order arrive: it trades what it can, and what is left of a GTC limit order rests.
    ///
    /// @throws IllegalArgumentException when an order of that id rests already
    public void place(Placement placement, Consumer<MatchEvent> out) {
        if (resting.containsKey(placement.orderId())) {
            throw new IllegalArgumentException("order " + placement.orderId() + " rests already");
        }
        switch (placement) {
            case Placement.Limit limit -> place(limit, out);
            case Placement.Market market -> {
                out.accept(new MatchEvent.Accepted(market.orderId()));
                take(market, worst(market.side()), market.quantity(), market.quantity(), End.NO_LIQUIDITY, out);
            }
            case Placement.MarketByQuote byQuote -> {
                out.accept(new MatchEvent.Accepted(byQuote.orderId()));
                placeByQuote(byQuote, out);
            }
        }
    }

    private void place(Placement.Limit order, Consumer<MatchEvent> out) {
        if (order.postOnly() && takes(order.side(), order.price())) {
            out.accept(new MatchEvent.Ended(order.orderId(), End.WOULD_TAKE, order.price(), order.quantity()));
            return;
        }
        out.accept(new MatchEvent.Accepted(order.orderId()));
        if (order.timeInForce() == TimeInForce.FOK && preview(order).quantity() < order.quantity()) {
            out.accept(new MatchEvent.Ended(order.orderId(), End.FOK_UNFILLABLE, order.price(), order.quantity()));
            return;
        }
        boolean rests = order.timeInForce() == TimeInForce.GTC;
        long left = take(order, order.price(), order.quantity(), order.quantity(), rests ? null : End.IOC_REST, out);
        if (left > 0) {
            rest(order, left);
        }
    }

    /// How much that is was found out by a preview; whoever counts in quote knows no quantity to be left.
    private void placeByQuote(Placement.MarketByQuote order, Consumer<MatchEvent> out) {
        var shown = previews.byQuote(side(order.side().opposite()), order);
        if (shown.preview().quantity() == 0) {
            End end = shown.isSpent() ? End.FILLED : End.NO_LIQUIDITY;
            out.accept(new MatchEvent.Ended(order.orderId(), end, 0, 0));
            return;
        }
        take(order, worst(order.side()), shown.preview().quantity(), 0, End.NO_LIQUIDITY, event -> {
            switch (event) {
                case MatchEvent.Traded t ->
                    out.accept(new MatchEvent.Traded(
                            t.takerId(), t.makerId(), t.takerSide(), t.price(), t.quantity(), 0, t.makerLeft()));
                case MatchEvent.Ended e
                when e.orderId() == order.orderId() && e.end() == End.FILLED ->
                    out.accept(
                            new MatchEvent.Ended(e.orderId(), shown.isSpent() ? End.FILLED : End.NO_LIQUIDITY, 0, 0));
                case MatchEvent.Accepted _, MatchEvent.Prevented _, MatchEvent.Reduced _, MatchEvent.Ended _ ->
                    out.accept(event);
            }
        });
    }

    private static long worst(Side side) {
        return side == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE;
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
        out.accept(new MatchEvent.Ended(orderId, End.CANCELLED, order.level.price, order.whole()));
        return true;
    }

    /// Makes an order smaller in its place, an iceberg first by what it does not show; by all that is left of it, or
    /// more, cancels it.
    ///
    /// @param by positive
    /// @return false when no such order rests here
    public boolean reduce(long orderId, long by, Consumer<MatchEvent> out) {
        if (by <= 0) {
            throw new IllegalArgumentException("order " + orderId + " reduced by " + by);
        }
        var order = resting.get(orderId);
        if (order == null || by >= order.whole()) {
            return cancel(orderId, out);
        }
        long ofHidden = Math.min(by, order.hidden);
        order.hidden -= ofHidden;
        if (by > ofHidden) {
            order.level.reduce(order, by - ofHidden);
            changed(order.level);
        }
        out.accept(new MatchEvent.Reduced(orderId, order.level.price, by, order.whole()));
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
        var ownership = new Placement.Ownership(order.owner, SelfTrade.ALLOWED);
        Side side = order.level.side;
        place(
                new Placement.Limit(
                        orderId, side, price, order.whole(), TimeInForce.GTC, false, order.display, ownership),
                out);
        return true;
    }

    /// What an order would trade if it arrived now. Changes nothing.
    public Preview preview(Placement placement) {
        var facing = side(placement.side().opposite());
        return switch (placement) {
            case Placement.Limit limit -> previews.byQuantity(facing, limit, limit.price(), limit.quantity());
            case Placement.Market market ->
                previews.byQuantity(facing, market, worst(market.side()), market.quantity());
            case Placement.MarketByQuote byQuote ->
                previews.byQuote(facing, byQuote).preview();
        };
    }

    /// Whether an order of that side and limit would trade on arrival.
    public boolean takes(Side side, long price) {
        Level facing = side(side.opposite()).best();
        return facing != null && crosses(side, price, facing.price);
    }

    private static boolean crosses(Side side, long limit, long price) {
        return side == Side.BUY ? price <= limit : price >= limit;
    }

    /// The best price of a side; empty when nobody is there.
    public OptionalLong best(Side side) {
        Level best = side(side).best();
        return best == null ? OptionalLong.empty() : OptionalLong.of(best.price);
    }

    /// The best levels of a side, best first.
    public List<PriceLevel> levels(Side side, int limit) {
        var levels = side(side);
        int count = Math.min(limit, levels.count());
        var seen = new ArrayList<PriceLevel>(count);
        for (int rank = 0; rank < count; rank++) {
            seen.add(levels.byRank(rank).seen());
        }
        return seen;
    }

    /// The quantity that is shown at a price; 0 where nobody is.
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

    /// Counts the changes of what the book shows since the beginning.
    public long version() {
        return version;
    }

    /// Lets an order take what it can get at its limit or better.
    ///
    /// @param whole   what it began with, for the events; 0 for one that counts in quote
    /// @param restEnd how it ends with something left; null when what is left will rest
    /// @return what is left to rest; 0 when it has ended
    private long take(
            Placement taker, long limit, long wanted, long whole, @Nullable End restEnd, Consumer<MatchEvent> out) {
        long takerId = taker.orderId();
        Side side = taker.side();
        long owner = taker.ownership().owner();
        long shownLimit = taker instanceof Placement.Limit ? limit : 0;
        BookSide facing = side(side.opposite());
        long left = wanted;
        Level level = facing.best();
        while (left > 0 && level != null && crosses(side, limit, level.price)) {
            RestingOrder maker = level.oldest;
            if (maker == null) {
                throw new IllegalStateException("an empty level at " + level.price);
            }
            if (owner != 0 && maker.owner == owner && taker.ownership().selfTrade() != SelfTrade.ALLOWED) {
                left -= prevent(taker, maker, left, out);
                if (left == 0) {
                    return 0;
                }
            } else {
                long traded = Math.min(left, maker.left);
                left -= traded;
                level.reduce(maker, traded);
                boolean isDone = maker.left == 0 && maker.hidden == 0;
                long makerLeft = maker.left + maker.hidden;
                if (isDone) {
                    resting.remove(maker.orderId);
                    leave(maker);
                } else {
                    if (maker.left == 0) {
                        level.refill(maker);
                    }
                    changed(level);
                }
                out.accept(new MatchEvent.Traded(takerId, maker.orderId, side, level.price, traded, left, makerLeft));
                if (isDone) {
                    out.accept(new MatchEvent.Ended(maker.orderId, End.FILLED, level.price, 0));
                }
            }
            level = facing.best();
        }
        if (left == 0) {
            out.accept(new MatchEvent.Ended(takerId, End.FILLED, shownLimit, 0));
        } else if (restEnd != null) {
            out.accept(new MatchEvent.Ended(takerId, restEnd, shownLimit, whole == 0 ? 0 : left));
            return 0;
        }
        return left;
    }

    /// Keeps an arriving order from trading with one of its own owner.
    ///
    /// @return what that takes off the arriving order, which has ended when it is all of it
    private long prevent(Placement taker, RestingOrder maker, long left, Consumer<MatchEvent> out) {
        long price = maker.level.price;
        SelfTrade mode = taker.ownership().selfTrade();
        long ofTaker = switch (mode) {
            case ALLOWED, EXPIRE_MAKER -> 0;
            case EXPIRE_TAKER, EXPIRE_BOTH -> left;
            case DECREMENT -> Math.min(left, maker.left);
        };
        long ofMaker = switch (mode) {
            case ALLOWED, EXPIRE_TAKER -> 0;
            case EXPIRE_MAKER, EXPIRE_BOTH -> maker.whole();
            case DECREMENT -> ofTaker;
        };
        long makerLeft = maker.whole() - ofMaker;
        if (ofMaker > 0 && makerLeft == 0) {
            resting.remove(maker.orderId);
            leave(maker);
        } else if (ofMaker > 0) {
            maker.level.reduce(maker, ofMaker);
            if (maker.left == 0) {
                maker.level.refill(maker);
            }
            changed(maker.level);
        }
        out.accept(new MatchEvent.Prevented(taker.orderId(), maker.orderId, price, ofTaker, ofMaker));
        if (ofMaker > 0 && makerLeft == 0) {
            long unfilled = mode == SelfTrade.DECREMENT ? 0 : ofMaker;
            out.accept(new MatchEvent.Ended(maker.orderId, End.SELF_TRADE, price, unfilled));
        }
        if (ofTaker == left) {
            long limit = taker instanceof Placement.Limit order ? order.price() : 0;
            long unfilled = mode == SelfTrade.DECREMENT || taker instanceof Placement.MarketByQuote ? 0 : left;
            out.accept(new MatchEvent.Ended(taker.orderId(), End.SELF_TRADE, limit, unfilled));
        }
        return ofTaker;
    }

    private void rest(Placement.Limit placed, long left) {
        Level level = side(placed.side()).at(placed.price());
        var order = new RestingOrder(placed.orderId(), placed.ownership().owner(), level, placed.display(), left);
        level.append(order);
        resting.put(placed.orderId(), order);
        changed(level);
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
        for (int i = 0; i < watchers.size(); i++) {
            watchers.get(i).changed(level.side, level.price);
        }
    }

    private BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
