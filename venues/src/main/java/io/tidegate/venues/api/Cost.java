package io.tidegate.venues.api;

import java.util.List;

/// What a call uses up, and how urgent it is.
public record Cost(Priority priority, List<Charge> charges) {
    public Cost {
        charges = List.copyOf(charges);
    }

    /// So much of that limit at most.
    public record Charge(String limit, long amount, Counts counts) {
        /// So much whatever becomes of the call.
        public Charge(String limit, long amount) {
            this(limit, amount, Counts.ALWAYS);
        }
    }

    /// When the venue counts a charge. What is not known to be done or refused counts.
    public enum Counts {
        ALWAYS,
        /// Only what fails costs.
        UNLESS_DONE,
        /// Only what is taken costs.
        UNLESS_REFUSED
    }

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
