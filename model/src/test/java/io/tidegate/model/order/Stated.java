package io.tidegate.model.order;

/// What a client states, field by field, from a sound LIMIT order on.
final class Stated {
    String account = "desk-7";
    String strategy = "";
    String clientKey = "k-1";
    int instrument = 1;
    OrderType type = OrderType.LIMIT;
    TimeInForce tif = TimeInForce.GTC;
    long quantity = 100;
    long price = 50;
    long stopPrice;
    long trailingPrice;
    int trailingBps;
    long expiresAtNs;
    long deadlineNs;
    boolean postOnly;
    boolean reduceOnly;
    long displayQuantity;
    int slippageMaxBps;
    int venueAccount;
    String metadata = "";

    /// A sound order of that type: just what it needs.
    static Stated of(OrderType type) {
        var stated = new Stated();
        stated.type = type;
        stated.price = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT ? 50 : 0;
        stated.stopPrice = type == OrderType.STOP_LIMIT || type == OrderType.STOP_MARKET ? 40 : 0;
        stated.trailingBps = type == OrderType.TRAILING_STOP ? 25 : 0;
        return stated;
    }

    Stated tif(TimeInForce value) {
        tif = value;
        expiresAtNs = value == TimeInForce.GTD ? 1_766_000_000_000_000_000L : 0;
        return this;
    }

    OrderTerms terms() {
        return new OrderTerms(
                account,
                strategy,
                clientKey,
                instrument,
                Side.BUY,
                type,
                tif,
                quantity,
                price,
                stopPrice,
                Trigger.LAST,
                trailingPrice,
                trailingBps,
                expiresAtNs,
                deadlineNs,
                postOnly,
                reduceOnly,
                displayQuantity,
                Urgency.NORMAL,
                slippageMaxBps,
                venueAccount,
                metadata);
    }
}
