package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.account.Delivery;
import io.tidegate.simulator.account.Ledger;
import io.tidegate.simulator.matching.End;
import io.tidegate.simulator.matching.MatchEvent;
import io.tidegate.simulator.matching.Placement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns what happens in a book into fills, balances and the ends of orders, and tells the listener.
final class Execution {
    private final Ledger ledger;
    private final Function<Account, Memory> memories;
    private final Map<Account, Set<Asset>> changed = new LinkedHashMap<>(); // by the happening under way
    private Optional<VenueListener> listener = Optional.empty();

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
    void place(VenueOrder order, Placement placement, long nowNs) {
        memories.apply(order.account()).opened(order);
        order.market().open.put(order.orderId(), order);
        changed(order.account(), order.lockedAsset());
        listenerFor(order).ifPresent(to -> to.accepted(order, nowNs));
        order.market().book.place(placement, event -> apply(order.market(), event, "", nowNs));
        tellBalances(nowNs);
    }

    boolean cancel(VenueOrder order, String cancelId, long nowNs) {
        boolean cancelled =
                order.market().book.cancel(order.orderId(), event -> apply(order.market(), event, cancelId, nowNs));
        tellBalances(nowNs);
        return cancelled;
    }

    private void apply(Market market, MatchEvent event, String cancelId, long nowNs) {
        switch (event) {
            case MatchEvent.Accepted _ -> {}
            case MatchEvent.Traded trade -> settle(market, trade, nowNs);
            case MatchEvent.Prevented prevented -> throw new IllegalStateException("nobody asked for " + prevented);
            case MatchEvent.Reduced reduced -> throw new IllegalStateException("nobody asked for " + reduced);
            case MatchEvent.Ended ended -> end(open(market, ended.orderId()), ended.end(), cancelId, nowNs);
        }
    }

    private void settle(Market market, MatchEvent.Traded trade, long nowNs) {
        VenueOrder taker = open(market, trade.takerId());
        VenueOrder maker = open(market, trade.makerId());
        boolean buyerIsMaker = trade.takerSide() == Side.SELL;
        VenueOrder buy = buyerIsMaker ? maker : taker;
        VenueOrder sell = buyerIsMaker ? taker : maker;
        Amount quote = market.instrument().value(trade.price(), trade.quantity());
        Amount base = market.instrument().baseAmount(trade.quantity());
        var settled = ledger.settle(
                new Delivery(buy.account(), sell.account(), market.base(), base, market.quote(), quote, buyerIsMaker));
        buy.locked = buy.locked.minus(quote);
        sell.locked = sell.locked.minus(base);
        long tradeId = market.nextTradeId();
        market.print(new Print(tradeId, trade.price(), trade.quantity(), quote, nowNs, buyerIsMaker, trade.takerId()));
        // Maker first: its order was there before.
        book(maker, fill(maker, trade, tradeId, quote, maker == buy ? settled.buyerFee() : settled.sellerFee(), nowNs));
        book(taker, fill(taker, trade, tradeId, quote, taker == buy ? settled.buyerFee() : settled.sellerFee(), nowNs));
    }

    private static Fill fill(
            VenueOrder order, MatchEvent.Traded trade, long tradeId, Amount quote, Amount fee, long nowNs) {
        return new Fill(
                order.market(),
                tradeId,
                order.orderId(),
                order.clientId(),
                order.side(),
                trade.price(),
                trade.quantity(),
                quote,
                fee,
                order.side() == Side.BUY
                        ? order.market().base()
                        : order.market().quote(),
                order.orderId() == trade.makerId(),
                nowNs);
    }

    private void book(VenueOrder order, Fill fill) {
        order.fill(fill);
        release(order, order.locked.minus(order.stillNeeded()));
        memories.apply(order.account()).filled(fill);
        changed(order.account(), order.market().base());
        changed(order.account(), order.market().quote());
        listenerFor(order).ifPresent(to -> to.filled(order, fill));
    }

    private void end(VenueOrder order, End why, String cancelId, long nowNs) {
        release(order, order.locked);
        boolean toldByFill = order.state() == OrderState.FILLED;
        order.end(why, nowNs);
        order.market().open.remove(order.orderId());
        memories.apply(order.account()).closed(order);
        changed(order.account(), order.lockedAsset());
        if (!toldByFill) {
            listenerFor(order).ifPresent(to -> to.ended(order, cancelId, nowNs));
        }
    }

    private void release(VenueOrder order, Amount amount) {
        if (!amount.isZero()) {
            ledger.unlock(order.account(), order.lockedAsset(), amount);
            order.locked = order.locked.minus(amount);
        }
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

    private void tellBalances(long nowNs) {
        if (!changed.isEmpty()) {
            changed.forEach((account, assets) -> listener.ifPresent(to -> to.balancesChanged(account, assets, nowNs)));
            changed.clear();
        }
    }
}
