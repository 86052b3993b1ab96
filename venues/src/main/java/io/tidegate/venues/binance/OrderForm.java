package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Request.Parameter.number;
import static io.tidegate.venues.binance.Request.Parameter.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An order in the venue's own words, as `order.place` takes it (binance.md sections 3.2 and 3.3). Decimals
/// are text as they go on the wire; "" and 0 say that a parameter is left out.
///
/// @param type          the venue's type
/// @param timeInForce   GTC, IOC, FOK, or "" where the type takes none
/// @param quantity      of the base asset; "" where the order is by `quoteQuantity`
/// @param quoteQuantity what a MARKET order may spend or shall earn, of the quote asset
/// @param trailingBps   `trailingDelta`, of the best price since the order stood, 1 is 0.01 %
/// @param selfTradeMode NONE, EXPIRE_MAKER, EXPIRE_TAKER, EXPIRE_BOTH, DECREMENT or TRANSFER; "" for the
/// symbol's own
record OrderForm(
        String clientOrderId,
        String side,
        Type type,
        String timeInForce,
        String quantity,
        String quoteQuantity,
        String price,
        String stopPrice,
        int trailingBps,
        String displayQuantity,
        String selfTradeMode) {
    /// The venue's types of orders.
    enum Type {
        LIMIT(true, true, false),
        LIMIT_MAKER(true, false, false),
        MARKET(false, false, false),
        STOP_LOSS(false, false, true),
        STOP_LOSS_LIMIT(true, true, true),
        TAKE_PROFIT(false, false, true),
        TAKE_PROFIT_LIMIT(true, true, true);

        final boolean hasPrice;
        final boolean hasTimeInForce;
        final boolean hasTrigger;

        Type(boolean hasPrice, boolean hasTimeInForce, boolean hasTrigger) {
            this.hasPrice = hasPrice;
            this.hasTimeInForce = hasTimeInForce;
            this.hasTrigger = hasTrigger;
        }
    }

    /// The same order under another id, "" to let the venue make one.
    OrderForm withClientOrderId(String id) {
        return with(id, type, quantity, quoteQuantity);
    }

    /// A stop as one that takes profit: set off on the other side of the market.
    OrderForm asTakeProfit() {
        Type other = type == Type.STOP_LOSS ? Type.TAKE_PROFIT : Type.TAKE_PROFIT_LIMIT;
        return with(clientOrderId, other, quantity, quoteQuantity);
    }

    /// The same with its quantity as one of the quote asset.
    OrderForm byQuote() {
        return with(clientOrderId, type, "", quantity);
    }

    private OrderForm with(String id, Type otherType, String base, String quote) {
        return new OrderForm(
                id,
                side,
                otherType,
                timeInForce,
                base,
                quote,
                price,
                stopPrice,
                trailingBps,
                displayQuantity,
                selfTradeMode);
    }

    /// All parameters of a single order but the symbol.
    List<Request.Parameter> parameters() {
        List<Request.Parameter> all = new ArrayList<>();
        all.add(text("side", side));
        all.addAll(terms(""));
        add(all, "quantity", quantity);
        add(all, "quoteOrderQty", quoteQuantity);
        add(all, "newClientOrderId", clientOrderId);
        add(all, "selfTradePreventionMode", selfTradeMode);
        return all;
    }

    /// The parameters of a leg of a list, which begin with the leg's name.
    ///
    /// @param leg        such as `working` or `pendingAbove`
    /// @param isSideOwn  whether the leg states side and quantity itself
    List<Request.Parameter> parameters(String leg, boolean isSideOwn) {
        List<Request.Parameter> all = new ArrayList<>(terms(leg));
        if (isSideOwn) {
            all.add(text(leg + "Side", side));
            add(all, leg + "Quantity", quantity);
        }
        add(all, leg + "ClientOrderId", clientOrderId);
        return all;
    }

    private List<Request.Parameter> terms(String leg) {
        List<Request.Parameter> terms = new ArrayList<>();
        terms.add(text(named(leg, "type"), type.name()));
        if (type.hasTimeInForce) {
            add(terms, named(leg, "timeInForce"), timeInForce);
        }
        if (type.hasPrice) {
            add(terms, named(leg, "price"), price);
        }
        if (type.hasTrigger) {
            add(terms, named(leg, "stopPrice"), stopPrice);
            if (trailingBps > 0) {
                terms.add(number(named(leg, "trailingDelta"), trailingBps));
            }
        }
        add(terms, named(leg, "icebergQty"), displayQuantity);
        return terms;
    }

    private static String named(String leg, String name) {
        return leg.isEmpty() ? name : leg + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static void add(List<Request.Parameter> to, String name, String value) {
        if (!value.isEmpty()) {
            to.add(text(name, value));
        }
    }
}
