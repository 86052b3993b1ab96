package io.tidegate.model.order;

/// How soon an order wants to be done (SPEC ORD-13). Append only.
public enum Urgency {
    NORMAL,
    FAST,
    IMMEDIATE
}
