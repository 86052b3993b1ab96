package io.tidegate.model.order;

/// What happens where an order could trade with another one of the same owner at the same venue (SPEC ORD-11). Over
/// venues it is reported only. Append only.
public enum SelfTrade {
    /// The newer order is refused.
    REFUSE_NEWER,
    /// The older ones are cancelled; the newer one waits until they have ended.
    CANCEL_OLDER,
    /// The older ones are cancelled and the newer one is refused.
    CANCEL_BOTH
}
