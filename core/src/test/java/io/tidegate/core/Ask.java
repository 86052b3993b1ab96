package io.tidegate.core;

import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.Constraints;
import io.tidegate.model.order.GroupRole;
import io.tidegate.model.order.Link;
import io.tidegate.model.order.OrderTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.SelfTrade;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.order.Trigger;
import io.tidegate.model.order.Urgency;
import java.util.List;

/// An order for the [Scene]'s instrument, stated piece by piece, and proposed as one child at venue account 1.
final class Ask {
    private final String key;
    private final Side side;
    private final OrderType type;
    private final long quantity;
    private long price;
    private long stopPrice;
    private Trigger trigger = Trigger.BID_ASK;
    private long trailingPrice;
    private int trailingBps;
    private TimeInForce tif = TimeInForce.GTC;
    private long expiresAtNs;
    private boolean reduceOnly;
    private long display;
    private SelfTrade selfTrade = SelfTrade.REFUSE_NEWER;
    private Link link = Link.NONE;
    private int venueAccount = 1;

    private Ask(String key, Side side, OrderType type, long quantity) {
        this.key = key;
        this.side = side;
        this.type = type;
        this.quantity = quantity;
    }

    static Ask limit(String key, Side side, long quantity, long price) {
        var ask = new Ask(key, side, OrderType.LIMIT, quantity);
        ask.price = price;
        return ask;
    }

    /// With a price a STOP_LIMIT, with 0 a STOP_MARKET.
    static Ask stop(String key, Side side, long quantity, long stopPrice, long price) {
        var ask = new Ask(key, side, price == 0 ? OrderType.STOP_MARKET : OrderType.STOP_LIMIT, quantity);
        ask.stopPrice = stopPrice;
        ask.price = price;
        return ask;
    }

    static Ask trailing(String key, Side side, long quantity, long offset) {
        var ask = new Ask(key, side, OrderType.TRAILING_STOP, quantity);
        ask.trailingPrice = offset;
        return ask;
    }

    Ask bps(int bps) {
        trailingPrice = 0;
        trailingBps = bps;
        return this;
    }

    Ask by(Trigger source) {
        trigger = source;
        return this;
    }

    Ask until(long expiresNs) {
        tif = TimeInForce.GTD;
        expiresAtNs = expiresNs;
        return this;
    }

    Ask day() {
        tif = TimeInForce.DAY;
        return this;
    }

    Ask reduceOnly() {
        reduceOnly = true;
        return this;
    }

    Ask showing(long quantity) {
        display = quantity;
        return this;
    }

    Ask ifSelfTrade(SelfTrade rule) {
        selfTrade = rule;
        return this;
    }

    Ask in(GroupRole role, String group) {
        link = new Link(role, group);
        return this;
    }

    Ask at(int venue) {
        venueAccount = venue;
        return this;
    }

    OrderTerms terms() {
        return new OrderTerms(
                Scene.ACCOUNT,
                "",
                key,
                1,
                side,
                type,
                tif,
                quantity,
                price,
                stopPrice,
                trigger,
                trailingPrice,
                trailingBps,
                expiresAtNs,
                0,
                false,
                reduceOnly,
                display,
                Urgency.NORMAL,
                0,
                0,
                "",
                new Constraints(List.of(), List.of(), 0, false, 0, selfTrade, ""),
                link);
    }

    /// Held by us where it has a stop: a LIMIT at its price, or one that is 1 % worse than its stop.
    PlaceOrder held() {
        boolean immediate = !type.needsPrice();
        long worst = immediate ? worst() : price;
        TimeInForce childTif = immediate ? TimeInForce.IOC : TimeInForce.GTC;
        return new PlaceOrder(
                terms(),
                List.of(new ChildTerms(venueAccount, OrderType.LIMIT, childTif, quantity, worst, false)),
                Scene.START_NS);
    }

    /// Given to the venue as it is.
    PlaceOrder natively() {
        long worst = type.needsPrice() ? price : worst();
        TimeInForce childTif = tif == TimeInForce.GTD ? TimeInForce.GTD : TimeInForce.GTC;
        return new PlaceOrder(
                terms(), List.of(new ChildTerms(venueAccount, type, childTif, quantity, worst, false)), Scene.START_NS);
    }

    private long worst() {
        long stop = stopPrice != 0 ? stopPrice : side == Side.BUY ? 10_010 + offset() : 10_000 - offset();
        return side == Side.BUY ? stop + stop / 100 : stop - stop / 100;
    }

    private long offset() {
        return trailingPrice != 0 ? trailingPrice : 10_000L * trailingBps / 10_000;
    }
}
