package io.tidegate.api.books;

import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildHeld;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderAmended;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderStands;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The orders that are open, and the last ones that have ended.
public final class Orders {
    private record Key(String account, String clientKey) {}

    private record Waiter(Predicate<OrderSeen> until, CompletableFuture<OrderSeen> future) {}

    private final int endedMax;
    private final ConcurrentNavigableMap<Long, OrderSeen> byId = new ConcurrentSkipListMap<>();
    private final Map<Key, Long> byKey = new ConcurrentHashMap<>();
    private final Map<Long, Queue<Waiter>> waiters = new ConcurrentHashMap<>();
    private final ArrayDeque<Long> ended = new ArrayDeque<>(); // the writer's own; the first to end first
    private volatile long openCount; // set by the writer alone

    Orders(int endedMax) {
        this.endedMax = endedMax;
    }

    public Optional<OrderSeen> find(long orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }

    /// The order that last bore that key.
    public Optional<OrderSeen> find(String account, String clientKey) {
        return Optional.ofNullable(byKey.get(new Key(account, clientKey))).flatMap(this::find);
    }

    /// The newest first, from below that id; a view that may change while it is read.
    public Stream<OrderSeen> newestBelow(long orderId) {
        return byId.headMap(orderId, false).descendingMap().values().stream();
    }

    /// How many orders have not ended.
    public long openCount() {
        return openCount;
    }

    /// Completes as soon as the order is as asked for, on the writer's thread; at once where it is so already.
    /// Whoever gives up waiting cancels it.
    public CompletableFuture<OrderSeen> when(long orderId, Predicate<OrderSeen> until) {
        var waiter = new Waiter(until, new CompletableFuture<>());
        waiters.computeIfAbsent(orderId, id -> new ConcurrentLinkedQueue<>()).add(waiter);
        find(orderId).filter(until).ifPresent(waiter.future::complete);
        var _ = waiter.future.whenComplete((order, failure) -> waiters.computeIfPresent(orderId, (id, queue) -> {
            queue.remove(waiter);
            return queue.isEmpty() ? null : queue;
        }));
        return waiter.future;
    }

    void accepted(OrderAccepted accepted, long atNs) {
        put(OrderSeen.of(accepted, atNs));
    }

    void stands(OrderStands stands) {
        OrderSeen order =
                find(stands.orderId()).map(known -> known.standing(stands)).orElseGet(() -> OrderSeen.of(stands));
        put(order);
    }

    void moved(OrderMoved moved, long atNs, String by) {
        change(moved.orderId(), order -> order.moved(moved, atNs, by));
    }

    void flagged(OrderFlagged flagged) {
        change(flagged.orderId(), order -> order.flagged(flagged.flag()));
    }

    void ready(ChildReady ready, long atNs) {
        change(ready.orderId(), order -> order.with(ChildSeen.of(ready, atNs)));
    }

    void held(ChildHeld held, long atNs) {
        change(held.orderId(), order -> order.with(ChildSeen.of(held, atNs)));
    }

    void amended(ChildAmended amended) {
        change(amended.orderId(), order -> order.changed(amended.childId(), child -> child.amended(amended)));
    }

    void amended(OrderAmended amended) {
        change(amended.orderId(), order -> order.amended(amended.now()));
    }

    void stands(ChildStands stands) {
        change(stands.orderId(), order -> order.with(ChildSeen.of(stands)));
    }

    void moved(ChildMoved moved, long atNs, String by) {
        var step = new Step(
                atNs, moved.childId(), moved.from(), moved.to(), moved.filled(), moved.evidence(), by, moved.reason());
        change(
                moved.orderId(),
                order -> order.changed(moved.childId(), child -> child.moved(moved, atNs))
                        .stepped(step));
    }

    void filled(FillBooked fill, long atNs) {
        change(fill.orderId(), order -> order.filled(new FillSeen(fill, atNs, 0)));
    }

    void corrected(FillCorrected fill) {
        change(fill.orderId(), order -> order.corrected(fill));
    }

    private void change(long orderId, UnaryOperator<OrderSeen> change) {
        find(orderId).ifPresent(order -> put(change.apply(order)));
    }

    private void put(OrderSeen order) {
        OrderSeen before = byId.put(order.orderId(), order);
        if (before == null) {
            byKey.put(new Key(order.terms().account(), order.terms().clientKey()), order.orderId());
        }
        boolean wasOpen = before == null || !before.status().isTerminal();
        openCount = openCount + open(order) - (before == null ? 0 : open(before));
        if (wasOpen && order.status().isTerminal()) {
            ended.add(order.orderId());
            if (ended.size() > endedMax) {
                forget(ended.remove());
            }
        }
        Queue<Waiter> waiting = waiters.get(order.orderId());
        if (waiting != null) {
            waiting.stream()
                    .filter(waiter -> waiter.until.test(order))
                    .toList()
                    .forEach(waiter -> waiter.future.complete(order));
        }
    }

    private static int open(OrderSeen order) {
        return order.status().isTerminal() ? 0 : 1;
    }

    private void forget(long orderId) {
        OrderSeen order = byId.remove(orderId);
        if (order != null) {
            byKey.remove(new Key(order.terms().account(), order.terms().clientKey()), orderId);
        }
    }
}
