package io.tidegate.model.order;

/// How a venue says that an order ended. Append only.
public enum EndKind {
    FILLED,
    CANCELLED,
    EXPIRED,
    REJECTED
}
