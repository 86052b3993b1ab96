package io.tidegate.model.order;

/// Types of orders (SPEC ORD-1). STOP_* is always the stop kind: buy above, sell below. Append only.
public enum OrderType {
    MARKET,
    LIMIT,
    STOP_LIMIT,
    STOP_MARKET,
    TRAILING_STOP,
    FLASH_LOAN_ARBITRAGE,
    ATOMIC_SWAP;

    /// Whether the client must state a limit price.
    public boolean needsPrice() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /// Whether the client must state a stop price.
    public boolean needsStopPrice() {
        return this == STOP_LIMIT || this == STOP_MARKET;
    }
}
