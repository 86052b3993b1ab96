package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.matching.End;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// An order that the venue has taken on, for its whole life. Faces read it; only the venue changes it.
public final class VenueOrder {
    private final Account account;
    private final Market market;
    private final long orderId;
    private final OrderRequest request;
    private final long quantity;
    private final long createdNs;
    private final List<Fill> fills = new ArrayList<>(2);
    private OrderState state = OrderState.OPEN;
    private Optional<End> end = Optional.empty();
    private long filled;
    private Amount filledQuote = Amount.ZERO;
    private long updatedNs;
    Amount locked = Amount.ZERO;

    VenueOrder(Account account, Market market, long orderId, OrderRequest request, long quantity, long createdNs) {
        this.account = account;
        this.market = market;
        this.orderId = orderId;
        this.request = request;
        this.quantity = quantity;
        this.createdNs = createdNs;
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

    public String clientId() {
        return request.clientId();
    }

    public Side side() {
        return request.side();
    }

    public OrderState state() {
        return state;
    }

    /// Why it ended; empty while it is open.
    public Optional<End> end() {
        return end;
    }

    /// Sum of its fills, at the instrument's scale.
    public long filled() {
        return filled;
    }

    /// Sum of price × quantity of its fills.
    public Amount filledQuote() {
        return filledQuote;
    }

    /// The ordered quantity; for an order by quote amount what that amount was worth on arrival.
    public long quantity() {
        return quantity;
    }

    /// In the order in which they happened.
    public List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    public long createdNs() {
        return createdNs;
    }

    /// When it last changed.
    public long updatedNs() {
        return updatedNs;
    }

    /// The asset that it locks: quote for a buy, base for a sell.
    Asset lockedAsset() {
        return side() == Side.BUY ? market.quote() : market.base();
    }

    /// What it must keep locked from now on: for a limit order the worst case of what is left, for a market order,
    /// which pays less the further it gets, what it has not spent.
    Amount stillNeeded() {
        if (request.kind() == OrderKind.MARKET) {
            return locked;
        }
        return worstCase();
    }

    /// What the rest of it costs at its limit: quote for a buy, base for a sell.
    Amount worstCase() {
        long left = quantity - filled;
        return side() == Side.BUY
                ? market.instrument().value(request.price(), left)
                : market.instrument().baseAmount(left);
    }

    void fill(Fill fill) {
        fills.add(fill);
        filled = Math.addExact(filled, fill.quantity());
        filledQuote = filledQuote.plus(fill.quote());
        state = filled == quantity ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        updatedNs = fill.timeNs();
    }

    void end(End why, long nowNs) {
        end = Optional.of(why);
        updatedNs = nowNs;
        state = switch (why) {
            case FILLED -> OrderState.FILLED;
            case CANCELLED -> OrderState.CANCELLED;
            case IOC_REST, FOK_UNFILLABLE, NO_LIQUIDITY -> OrderState.EXPIRED;
            case SELF_TRADE, WOULD_TAKE -> throw new IllegalStateException("order " + orderId + " was never accepted");
        };
    }
}
