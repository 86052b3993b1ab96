package io.tidegate.model.order;

/// Whether a fill took or made liquidity. Append only.
public enum Liquidity {
    UNKNOWN,
    MAKER,
    TAKER
}
