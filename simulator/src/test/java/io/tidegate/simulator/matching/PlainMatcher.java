package io.tidegate.simulator.matching;

import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Price-time matching said a second time, as plainly as possible: one list, sorted and searched for every order.
final class PlainMatcher {
    private record Waiting(long id, Side side, long price, AtomicLong left, long arrival) {}

    private final List<Waiting> book = new ArrayList<>();
    final List<String> trades = new ArrayList<>();
    private long arrivals;

    void limit(long id, Side side, long price, long quantity, TimeInForce timeInForce, boolean postOnly) {
        List<Waiting> makers = makers(side, price);
        long offered = makers.stream().mapToLong(m -> m.left().get()).sum();
        if ((postOnly && offered > 0) || (timeInForce == TimeInForce.FOK && offered < quantity)) {
            return;
        }
        long left = trade(id, makers, quantity);
        if (left > 0 && timeInForce == TimeInForce.GTC) {
            book.add(new Waiting(id, side, price, new AtomicLong(left), arrivals++));
        }
    }

    void market(long id, Side side, long quantity) {
        trade(id, makers(side, side == Side.BUY ? Long.MAX_VALUE : 0), quantity);
    }

    void cancel(long id) {
        book.removeIf(w -> w.id() == id);
    }

    void reduce(long id, long by) {
        book.stream().filter(w -> w.id() == id).forEach(w -> w.left().updateAndGet(left -> Math.max(0, left - by)));
        book.removeIf(w -> w.left().get() == 0);
    }

    void move(long id, long price) {
        book.stream().filter(w -> w.id() == id).findFirst().ifPresent(w -> {
            book.remove(w);
            limit(id, w.side(), price, w.left().get(), TimeInForce.GTC, false);
        });
    }

    long leftTotal(Side side) {
        return book.stream()
                .filter(w -> w.side() == side)
                .mapToLong(w -> w.left().get())
                .sum();
    }

    private List<Waiting> makers(Side side, long limit) {
        Comparator<Waiting> byPrice = Comparator.comparingLong(w -> side == Side.BUY ? w.price() : -w.price());
        return book.stream()
                .filter(w -> w.side() != side && (side == Side.BUY ? w.price() <= limit : w.price() >= limit))
                .sorted(byPrice.thenComparingLong(Waiting::arrival))
                .toList();
    }

    private long trade(long taker, List<Waiting> makers, long quantity) {
        long left = quantity;
        for (Waiting maker : makers) {
            long traded = Math.min(left, maker.left().get());
            if (traded > 0) {
                left -= traded;
                maker.left().addAndGet(-traded);
                trades.add(taker + " takes " + traded + " of " + maker.id() + " at " + maker.price());
            }
        }
        book.removeIf(w -> w.left().get() == 0);
        return left;
    }
}
