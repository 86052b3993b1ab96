package io.tidegate.model.order;

/// How long an order stands (SPEC ORD-2). Append only.
public enum TimeInForce {
    GTC,
    IOC,
    FOK,
    GTD,
    DAY
}
