package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Delivery;
import io.tidegate.simulator.account.Ledger;
import io.tidegate.simulator.account.Settlement;
import io.tidegate.simulator.matching.MatchEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns what happens in a book into fills, balances and the ends of orders, and tells the listener.
///
/// A book must not be called while it tells what happens. What follows from a happening (a stop that was reached, the
/// other order of a pair) is therefore noted and done when the book is through, until nothing follows any more.
final class Execution {
    private final Ledger ledger;
    private final Function<Account, Memory> memories;
    private final Contingencies contingencies = new Contingencies(this);
    private final Map<Account, Set<Asset>> changed = new LinkedHashMap<>(); // by the happening under way
    private final Deque<Runnable> following = new ArrayDeque<>();
    private Optional<VenueListener> listener = Optional.empty();
    private long nowNs;
    private String cancelId = "";

    Execution(Ledger ledger, Function<Account, Memory> memories) {
        this.ledger = ledger;
        this.memories = memories;
    }

    void listen(VenueListener to) {
        if (listener.isPresent()) {
            throw new IllegalStateException("the venue has a listener already");
        }
        listener = Optional.of(to);
    }

    /// Lets an order arrive for which everything is locked.
    void place(VenueOrder order, long nowNs) {
        happening(nowNs, "", () -> {
            takeOn(order);
            start(order);
        });
    }

    /// Lets the orders of a list arrive; for those that do not wait for another one everything is locked.
    void place(OrderList list, long nowNs) {
        happening(nowNs, "", () -> {
            memories.apply(list.orders().getFirst().account()).listed(list);
            list.orders().forEach(this::takeOn);
            list.hasStarted = true;
            tellList(list);
            // The second of a pair waits for its stop: were the first to trade at once, it must be there to be
            // cancelled.
            list.orders().subList(0, list.kind().workingCount()).reversed().forEach(this::start);
        });
    }

    boolean cancel(VenueOrder order, String cancelId, long nowNs) {
        if (!order.state().isOpen()) {
            return false;
        }
        happening(
                nowNs,
                cancelId,
                () -> order.list()
                        .ifPresentOrElse(
                                list -> contingencies.cancel(list), () -> close(order, CloseReason.CANCELLED)));
        return true;
    }

    /// Makes an order smaller in its place; one that has traded as much already ends.
    void amend(VenueOrder order, String newClientId, long newQuantity, long nowNs) {
        happening(nowNs, "", () -> {
            if (newQuantity <= order.filled() + order.prevented()) {
                close(order, CloseReason.AMENDED_AWAY);
                return;
            }
            long by = order.quantity() - newQuantity;
            String oldClientId = order.clientId();
            long oldQuantity = order.quantity();
            order.amend(newClientId, newQuantity, nowNs);
            order.market().book.reduce(order.orderId(), by, _ -> {}); // false for one that waits for its stop
            memories.apply(order.account()).renamed(order, oldClientId);
            contingencies.release(order);
            changed(order.account(), order.lockedAsset());
            long executionId = listenerFor(order)
                    .map(to -> to.amended(order, oldClientId, nowNs))
                    .orElse(0L);
            order.remember(new Amendment(executionId, oldClientId, newClientId, oldQuantity, newQuantity, nowNs));
        });
    }

    /// Brings money from outside, or takes it there.
    void deposit(Account account, Asset asset, Amount amount, long nowNs) {
        happening(nowNs, "", () -> {
            ledger.deposit(account, asset, amount);
            changed(account, asset);
            if (!account.isHouse()) {
                listener.ifPresent(to -> to.deposited(account, asset, amount, nowNs));
            }
        });
    }

    private void happening(long nowNs, String cancelId, Runnable first) {
        this.nowNs = nowNs;
        this.cancelId = cancelId;
        first.run();
        while (!following.isEmpty()) {
            following.removeFirst().run();
        }
        if (!changed.isEmpty()) {
            changed.forEach((account, assets) -> listener.ifPresent(to -> to.balancesChanged(account, assets, nowNs)));
            changed.clear();
        }
    }

    /// Notes what is to be done when the book is through.
    void follow(Runnable next) {
        following.addLast(next);
    }

    private void takeOn(VenueOrder order) {
        memories.apply(order.account()).opened(order);
        order.market().open.put(order.orderId(), order);
        changed(order.account(), order.lockedAsset());
        if (order.trigger().isEmpty() && order.state() != OrderState.PENDING) {
            order.work(nowNs);
        }
        listenerFor(order).ifPresent(to -> to.accepted(order, nowNs));
    }

    /// Sends an order to the book, or lets it wait for its stop.
    void start(VenueOrder order) {
        if (order.trigger().isEmpty()) {
            enter(order);
            return;
        }
        var market = order.market();
        var trigger = order.trigger().get();
        boolean isRising = trigger.isRising(order.side());
        if (trigger.isTrailing()) {
            market.triggers.trail(
                    order.orderId(),
                    order.side(),
                    trigger.trailingBps(),
                    isRising,
                    trigger.stopPrice(),
                    market.lastPrice());
        } else {
            market.triggers.await(order.orderId(), isRising, trigger.stopPrice());
        }
    }

    private void enter(VenueOrder order) {
        order.market().book.place(order.placement(), event -> apply(order.market(), event));
    }

    /// The stop of an order was reached.
    private void fire(VenueOrder order) {
        if (!order.state().isOpen()) {
            return;
        }
        if (!contingencies.mayFire(order)) {
            close(order, CloseReason.OTHER_OF_PAIR);
            return;
        }
        contingencies.fired(order);
        if (order.request().kind() == OrderKind.MARKET && order.side() == Side.BUY && !fitLock(order)) {
            order.reject(Placed.Reason.INSUFFICIENT_FUNDS);
            close(order, CloseReason.REJECTED);
            return;
        }
        order.work(nowNs);
        listenerFor(order).ifPresent(to -> to.working(order, nowNs));
        enter(order);
    }

    /// Locks exactly what a market order is about to pay.
    private boolean fitLock(VenueOrder order) {
        release(order, order.locked);
        Amount needed = order.market().book.preview(order.placement()).quote();
        return lock(order, needed);
    }

    /// Locks that much for an order.
    ///
    /// @return false when it is not free, in which case nothing has changed
    boolean lock(VenueOrder order, Amount amount) {
        if (!ledger.lock(order.account(), order.lockedAsset(), amount)) {
            return false;
        }
        order.locked = order.locked.plus(amount);
        changed(order.account(), order.lockedAsset());
        return true;
    }

    private void apply(Market market, MatchEvent event) {
        switch (event) {
            case MatchEvent.Accepted _, MatchEvent.Reduced _ -> {}
            case MatchEvent.Traded trade -> settle(market, trade);
            case MatchEvent.Prevented prevented -> prevent(market, prevented);
            case MatchEvent.Ended ended -> end(open(market, ended.orderId()), CloseReason.of(ended.end()));
        }
    }

    private void settle(Market market, MatchEvent.Traded trade) {
        VenueOrder taker = open(market, trade.takerId());
        VenueOrder maker = open(market, trade.makerId());
        boolean buyerIsMaker = trade.takerSide() == Side.SELL;
        VenueOrder buy = buyerIsMaker ? maker : taker;
        VenueOrder sell = buyerIsMaker ? taker : maker;
        Amount quote = market.instrument().value(trade.price(), trade.quantity());
        Amount base = market.instrument().baseAmount(trade.quantity());
        Settlement settled = ledger.settle(
                new Delivery(buy.account(), sell.account(), market.base(), base, market.quote(), quote, buyerIsMaker));
        buy.locked = buy.locked.minus(quote);
        sell.locked = sell.locked.minus(base);
        var print = new Print(
                market.nextTradeId(), trade.price(), trade.quantity(), quote, nowNs, buyerIsMaker, trade.takerId());
        market.print(print);
        market.triggers.traded(print.price(), orderId -> follow(() -> fire(market, orderId)));
        // Maker first: its order was there before.
        book(maker, Fill.of(maker, print, maker == buy ? settled.buyerFee() : settled.sellerFee()));
        book(taker, Fill.of(taker, print, taker == buy ? settled.buyerFee() : settled.sellerFee()));
    }

    private void fire(Market market, long orderId) {
        Optional.ofNullable(market.open.get(orderId)).ifPresent(this::fire);
    }

    private void book(VenueOrder order, Fill fill) {
        order.fill(fill);
        contingencies.release(order);
        memories.apply(order.account()).filled(fill);
        changed(order.account(), order.market().base());
        changed(order.account(), order.market().quote());
        listenerFor(order).ifPresent(to -> to.filled(order, fill));
        contingencies.filled(order);
    }

    private void prevent(Market market, MatchEvent.Prevented event) {
        VenueOrder taker = open(market, event.takerId());
        VenueOrder maker = open(market, event.makerId());
        var match = new Prevented(
                market.nextPreventedId(),
                taker,
                maker,
                taker.request().conditions().prevention(),
                event.price(),
                event.takerQuantity(),
                event.makerQuantity(),
                nowNs);
        memories.apply(taker.account()).prevented(match);
        for (VenueOrder order : new VenueOrder[] {maker, taker}) {
            if (match.quantityOf(order) > 0) {
                order.prevent(match);
                contingencies.release(order);
                changed(order.account(), order.lockedAsset());
                listenerFor(order).ifPresent(to -> to.prevented(order, match));
            }
        }
    }

    /// Takes an order from wherever it is, and ends it.
    void close(VenueOrder order, CloseReason why) {
        order.market().triggers.remove(order.orderId());
        order.market().book.cancel(order.orderId(), _ -> {}); // false for one that waits
        end(order, why);
    }

    private void end(VenueOrder order, CloseReason why) {
        release(order, order.locked);
        boolean isTold = order.state() == OrderState.FILLED || order.state() == OrderState.PREVENTED;
        order.close(why, nowNs);
        order.market().open.remove(order.orderId());
        memories.apply(order.account()).closed(order);
        changed(order.account(), order.lockedAsset());
        if (!isTold) {
            listenerFor(order).ifPresent(to -> to.ended(order, cancelId, nowNs));
        }
        contingencies.ended(order);
    }

    void release(VenueOrder order, Amount amount) {
        if (amount.signum() > 0) {
            ledger.unlock(order.account(), order.lockedAsset(), amount);
            order.locked = order.locked.minus(amount);
            changed(order.account(), order.lockedAsset());
        }
    }

    void tellWorking(VenueOrder order) {
        listenerFor(order).ifPresent(to -> to.working(order, nowNs));
    }

    void tellList(OrderList list) {
        list.touch(nowNs);
        listenerFor(list.orders().getFirst()).ifPresent(to -> to.listChanged(list, nowNs));
    }

    long nowNs() {
        return nowNs;
    }

    private static VenueOrder open(Market market, long orderId) {
        var order = market.open.get(orderId);
        if (order == null) {
            throw new IllegalStateException("the book of " + market + " holds unknown order " + orderId);
        }
        return order;
    }

    private Optional<VenueListener> listenerFor(VenueOrder order) {
        return order.account().isHouse() ? Optional.empty() : listener;
    }

    private void changed(Account account, Asset asset) {
        if (!account.isHouse()) {
            changed.computeIfAbsent(account, _ -> new LinkedHashSet<>()).add(asset);
        }
    }
}
