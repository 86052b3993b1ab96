package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Price-time matching said a second time, as plainly as possible: one list, searched for the next maker at every step.
final class PlainMatcher {
    private static final class Waiting {
        final Placement.Limit order;
        long shown;
        long hidden;
        long arrival;

        Waiting(Placement.Limit order, long left, long arrival) {
            this.order = order;
            shown = order.display() == 0 ? left : Math.min(left, order.display());
            hidden = left - shown;
            this.arrival = arrival;
        }

        long whole() {
            return shown + hidden;
        }
    }

    private final List<Waiting> book = new ArrayList<>();
    final List<String> trades = new ArrayList<>();
    private long arrivals;

    void limit(Placement.Limit order) {
        boolean meets = next(order.side(), order.price()).isPresent();
        if (order.postOnly() && meets) {
            return;
        }
        if (order.timeInForce() == TimeInForce.FOK && !fillsWhole(order)) {
            return;
        }
        long left = arrive(order, order.price(), order.quantity());
        if (left > 0 && order.timeInForce() == TimeInForce.GTC) {
            book.add(new Waiting(order, left, arrivals++));
        }
    }

    void market(Placement.Market order) {
        arrive(order, order.side() == Side.BUY ? Long.MAX_VALUE : 0, order.quantity());
    }

    void cancel(long id) {
        book.removeIf(w -> w.order.orderId() == id);
    }

    void reduce(long id, long by) {
        find(id).ifPresent(w -> {
            long ofHidden = Math.min(by, w.hidden);
            w.hidden -= ofHidden;
            w.shown = Math.max(0, w.shown - (by - ofHidden));
        });
        book.removeIf(w -> w.whole() == 0);
    }

    void move(long id, long price) {
        find(id).ifPresent(w -> {
            book.remove(w);
            var ownership = new Placement.Ownership(w.order.ownership().owner(), SelfTrade.ALLOWED);
            limit(new Placement.Limit(
                    id, w.order.side(), price, w.whole(), TimeInForce.GTC, false, w.order.display(), ownership));
        });
    }

    /// What is shown on a side, as `price quantity orders`, best first.
    List<String> levels(Side side) {
        return book.stream()
                .filter(w -> w.order.side() == side)
                .map(w -> w.order.price())
                .distinct()
                .sorted(side == Side.BUY ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder())
                .map(price -> {
                    var here = book.stream()
                            .filter(w -> w.order.side() == side && w.order.price() == price)
                            .toList();
                    return price + " " + here.stream().mapToLong(w -> w.shown).sum() + " " + here.size();
                })
                .toList();
    }

    private Optional<Waiting> find(long id) {
        return book.stream().filter(w -> w.order.orderId() == id).findFirst();
    }

    private Optional<Waiting> next(Side side, long limit) {
        Comparator<Waiting> byPrice =
                Comparator.comparingLong(w -> side == Side.BUY ? w.order.price() : -w.order.price());
        return book.stream()
                .filter(w -> w.order.side() != side
                        && (side == Side.BUY ? w.order.price() <= limit : w.order.price() >= limit))
                .min(byPrice.thenComparingLong(w -> w.arrival));
    }

    /// Tries it on a copy of everything.
    private boolean fillsWhole(Placement.Limit order) {
        var copy = new PlainMatcher();
        for (Waiting w : book) {
            var same = new Waiting(w.order, w.whole(), w.arrival);
            same.shown = w.shown;
            same.hidden = w.hidden;
            copy.book.add(same);
        }
        copy.arrivals = arrivals;
        copy.arrive(order, order.price(), order.quantity());
        long traded = copy.trades.stream()
                .mapToLong(trade -> Long.parseLong(trade.split(" ", -1)[2]))
                .sum();
        return traded == order.quantity();
    }

    private long arrive(Placement taker, long limit, long wanted) {
        long left = wanted;
        while (left > 0) {
            var found = next(taker.side(), limit);
            if (found.isEmpty()) {
                break;
            }
            Waiting maker = found.get();
            boolean isOwn = taker.ownership().owner() != 0
                    && taker.ownership().owner() == maker.order.ownership().owner();
            SelfTrade mode = isOwn ? taker.ownership().selfTrade() : SelfTrade.ALLOWED;
            long both = Math.min(left, maker.shown);
            switch (mode) {
                case EXPIRE_TAKER -> {
                    return 0;
                }
                case EXPIRE_MAKER -> book.remove(maker);
                case EXPIRE_BOTH -> {
                    book.remove(maker);
                    return 0;
                }
                case DECREMENT -> {
                    left -= both;
                    eat(maker, both);
                }
                case ALLOWED -> {
                    left -= both;
                    trades.add(taker.orderId() + " takes " + both + " of " + maker.order.orderId() + " at "
                            + maker.order.price());
                    eat(maker, both);
                }
            }
        }
        return left;
    }

    private void eat(Waiting maker, long quantity) {
        maker.shown -= quantity;
        if (maker.shown == 0 && maker.hidden > 0) {
            maker.shown = Math.min(maker.hidden, maker.order.display());
            maker.hidden -= maker.shown;
            maker.arrival = arrivals++;
        }
        if (maker.whole() == 0) {
            book.remove(maker);
        }
    }
}
