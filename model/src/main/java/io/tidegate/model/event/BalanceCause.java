package io.tidegate.model.event;

/// Why a balance changed. Append only.
public enum BalanceCause {
    /// What was there before we were.
    OPENING,
    FILL,
    FEE,
    /// The worst case of a child was set aside, or given back.
    RESERVATION,
    /// The venue's figure was taken over against the `unexplained` account.
    ADJUSTMENT,
    /// A line of an image or snapshot: no change.
    STANDS,
    /// The venue corrected or busted an execution.
    CORRECTION,
    /// Money moved without an execution.
    CASH_FLOW
}
