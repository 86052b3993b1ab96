package io.tidegate.model.order;

/// What is remarkable about an order beside its status. Append only.
public enum Flag {
    /// A fill arrived after the order had ended; it is booked.
    LATE_FILL,
    /// The venue filled more than was ordered; it is booked.
    OVER_FILL,
    /// The venue reports more filled than the fills that have reached us.
    FILLS_MISSING,
    /// A fact arrived before the order was known to be handed out.
    BEFORE_HAND_OUT,
    /// The same account, instrument, side, quantity and price within the window.
    LIKELY_DUPLICATE,
    /// The outcome of a request is not known; the venue is being asked.
    IN_DOUBT,
    /// It could trade with an order of the same owner at another venue.
    SELF_TRADE_ACROSS_VENUES,
    /// A reduce-only order was filled beyond what there was to reduce; it is booked.
    REDUCED_BEYOND,
    /// More of a group was filled than one of its orders alone asked for; it is booked.
    GROUP_OVER_FILL,
    /// The venue restated one of its executions.
    FILL_CORRECTED,
    /// The venue took one of its executions back: less is filled than the status says.
    FILL_BUSTED
}
