package io.tidegate.model.order;

/// The price that sets off a stop (SPEC ORD-13). Append only.
public enum Trigger {
    LAST,
    BID_ASK,
    MARK
}
