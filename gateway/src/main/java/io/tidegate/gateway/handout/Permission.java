package io.tidegate.gateway.handout;

import io.tidegate.gateway.known.Child;

/// Says whether an order may leave at all: lease, gate, kill switch, stop.
@FunctionalInterface
public interface Permission {
    /// @return why it may not, one of [NotSent]'s words, or "" when it may
    String refusal(Child child);
}
