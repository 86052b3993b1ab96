package io.tidegate.core.order;

/// What can happen to an order: the columns of the transition table (SPEC ORD-4).
enum Happening {
    HANDED_OUT,
    /// The venue has it.
    ACKNOWLEDGED,
    PART_FILL,
    LAST_FILL,
    CANCEL_ASKED,
    REPLACE_ASKED,
    /// The venue has changed it in place, and nothing has been filled.
    REPLACED_UNFILLED,
    /// The venue has changed it in place, and something has been filled.
    REPLACED_FILLED,
    /// The venue refused a cancel or a replace, and nothing has been filled.
    CHANGE_REFUSED_UNFILLED,
    /// The venue refused a cancel or a replace, and something has been filled.
    CHANGE_REFUSED_FILLED,
    /// The venue ended it.
    CANCELLED,
    /// Its time in force ended it.
    EXPIRED,
    /// It was refused, and nothing has been filled.
    REFUSED_UNFILLED,
    /// It was refused after it had been filled in part.
    REFUSED_FILLED
}
