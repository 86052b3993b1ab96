package io.tidegate.venues.api;

import java.util.List;

/// What a call uses up, and how urgent it is.
public record Cost(Priority priority, List<Charge> charges) {
    public Cost {
        charges = List.copyOf(charges);
    }

    /// So much of that limit.
    public record Charge(String limit, long amount) {}

    /// Which call goes first when not all may go (SPEC RLM-2).
    public enum Priority {
        /// Cancels, and look-ups of orders in doubt.
        CRITICAL,
        /// Orders.
        HIGH,
        /// Reconciliation.
        NORMAL,
        /// What can wait.
        LOW
    }
}
