package io.tidegate.model.order;

/// Where an order stands (SPEC ORD-4). Append only.
public enum OrderStatus {
    /// Journalled, not handed out.
    PENDING,
    /// Handed out, outcome unknown.
    SUBMITTED,
    /// The venue has it.
    OPEN,
    PARTIALLY_FILLED,
    PENDING_CANCEL,
    PENDING_REPLACE,
    FILLED,
    /// Ended by request or by the venue.
    CANCELLED,
    /// Never worked, nothing filled.
    REJECTED,
    /// Ended by its time in force.
    EXPIRED;

    /// Whether nothing but a late fill can still happen to it.
    public boolean isTerminal() {
        return this == FILLED || this == CANCELLED || this == REJECTED || this == EXPIRED;
    }
}
