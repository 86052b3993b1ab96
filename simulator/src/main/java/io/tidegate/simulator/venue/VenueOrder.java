package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.matching.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An order that the venue has taken on, for its whole life. Faces read it; only the venue changes it.
public final class VenueOrder {
    private final Account account;
    private final Market market;
    private final long orderId;
    private final OrderRequest request;
    private final long createdNs;
    private final List<Fill> fills = new ArrayList<>(2);
    private List<Amendment> amendments = List.of();
    private OrderState state = OrderState.OPEN;
    private Optional<CloseReason> closeReason = Optional.empty();
    private Optional<Placed.Reason> rejection = Optional.empty();
    private Optional<OrderList> list = Optional.empty();
    private Optional<Prevented> lastPrevented = Optional.empty();
    private String clientId;
    private long quantity;
    private long filled;
    private long prevented;
    private Amount filledQuote = Amount.ZERO;
    private long updatedNs;
    private OptionalLong workingNs = OptionalLong.empty();
    Amount locked = Amount.ZERO;

    VenueOrder(Account account, Market market, long orderId, OrderRequest request, long quantity, long createdNs) {
        this.account = account;
        this.market = market;
        this.orderId = orderId;
        this.request = request;
        this.quantity = quantity;
        this.createdNs = createdNs;
        clientId = request.clientId();
        updatedNs = createdNs;
    }

    public Account account() {
        return account;
    }

    public Market market() {
        return market;
    }

    /// Unique in its market, ascending.
    public long orderId() {
        return orderId;
    }

    public OrderRequest request() {
        return request;
    }

    /// The customer's name for it, which an amendment changes.
    public String clientId() {
        return clientId;
    }

    public Side side() {
        return request.side();
    }

    public Optional<Trigger> trigger() {
        return request.conditions().trigger();
    }

    public OrderState state() {
        return state;
    }

    /// Why it is closed; empty while it is open.
    public Optional<CloseReason> closeReason() {
        return closeReason;
    }

    /// Why it was not taken on when its turn came.
    public Optional<Placed.Reason> rejection() {
        return rejection;
    }

    /// The list that it belongs to.
    public Optional<OrderList> list() {
        return list;
    }

    /// Sum of its fills, at the instrument's scale.
    public long filled() {
        return filled;
    }

    /// What was taken off it so that its account does not trade with itself.
    public long prevented() {
        return prevented;
    }

    /// The last time that something was.
    public Optional<Prevented> lastPrevented() {
        return lastPrevented;
    }

    /// Sum of price × quantity of its fills.
    public Amount filledQuote() {
        return filledQuote;
    }

    /// The ordered quantity, as amended; for an order by quote amount what that amount was worth on arrival.
    public long quantity() {
        return quantity;
    }

    /// What it still wants.
    public long left() {
        return quantity - filled - prevented;
    }

    /// In the order in which they happened.
    public List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    /// In the order in which they happened.
    public List<Amendment> amendments() {
        return Collections.unmodifiableList(amendments);
    }

    public long createdNs() {
        return createdNs;
    }

    /// When it last changed.
    public long updatedNs() {
        return updatedNs;
    }

    /// Since when it has been in the book, or was on its way there; empty while it waits.
    public OptionalLong workingNs() {
        return workingNs;
    }

    /// The asset that it locks: quote for a buy, base for a sell.
    Asset lockedAsset() {
        return side() == Side.BUY ? market.quote() : market.base();
    }

    /// What it must keep locked from now on: for a limit order the worst case of what is left, for a market order,
    /// which pays less the further it gets, what it has not spent.
    Amount stillNeeded() {
        return request.kind() == OrderKind.MARKET ? locked : worstCase();
    }

    /// What the rest of it costs at its limit: quote for a buy, base for a sell. A market order that waits to buy is
    /// reckoned at its stop, or at the last price; what it really needs is known when it goes to work.
    Amount worstCase() {
        if (side() == Side.SELL) {
            return market.instrument().baseAmount(left());
        }
        long price = request.price() != 0
                ? request.price()
                : trigger().map(Trigger::stopPrice).filter(stop -> stop != 0).orElseGet(market::lastPrice);
        return market.instrument().value(price, left());
    }

    /// The order as it enters the book.
    Placement placement() {
        var ownership = new Placement.Ownership(
                account.id(), request.conditions().prevention().selfTrade());
        return switch (request.kind()) {
            case MARKET -> new Placement.Market(orderId, side(), left(), ownership);
            case LIMIT, POST_ONLY ->
                new Placement.Limit(
                        orderId,
                        side(),
                        request.price(),
                        left(),
                        request.timeInForce(),
                        request.kind() == OrderKind.POST_ONLY,
                        request.conditions().display(),
                        ownership);
        };
    }

    void belongsTo(OrderList owner) {
        list = Optional.of(owner);
        if (owner.isPending(this)) {
            state = OrderState.PENDING;
        }
    }

    /// Its turn has come; it may still wait for a trigger.
    void begin(long nowNs) {
        state = OrderState.OPEN;
        updatedNs = nowNs;
    }

    void work(long nowNs) {
        workingNs = OptionalLong.of(nowNs);
        updatedNs = nowNs;
    }

    void fill(Fill fill) {
        fills.add(fill);
        filled = Math.addExact(filled, fill.quantity());
        filledQuote = filledQuote.plus(fill.quote());
        state = left() == 0 ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        updatedNs = fill.timeNs();
    }

    void prevent(Prevented match) {
        prevented = Math.addExact(prevented, match.quantityOf(this));
        lastPrevented = Optional.of(match);
        updatedNs = match.timeNs();
        if (left() == 0) {
            state = OrderState.PREVENTED;
        }
    }

    void amend(String newClientId, long newQuantity, long nowNs) {
        clientId = newClientId;
        quantity = newQuantity;
        updatedNs = nowNs;
    }

    void remember(Amendment amendment) {
        amendments = new ArrayList<>(amendments);
        amendments.add(amendment);
    }

    void reject(Placed.Reason why) {
        rejection = Optional.of(why);
    }

    void close(CloseReason why, long nowNs) {
        closeReason = Optional.of(why);
        updatedNs = nowNs;
        state = why.state();
    }
}
