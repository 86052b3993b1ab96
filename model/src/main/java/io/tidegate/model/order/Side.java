package io.tidegate.model.order;

/// The side of an order. The order is part of the wire format: append only.
public enum Side {
    BUY,
    SELL;

    /// 1 for a buy, −1 for a sell.
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
