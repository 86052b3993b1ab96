package io.tidegate.venues.words;

import java.util.List;

/// What became of a payload.
public sealed interface Reading {
    /// It was read.
    ///
    /// @param facts what it says in our words; none where it says nothing of orders, fills, balances or the market
    /// @param what  what kind of payload it is
    record Read(List<Fact> facts, String what) implements Reading {}

    /// It is not what the venue promises.
    ///
    /// @param problem where, what was expected and what found
    record Unreadable(String problem) implements Reading {}
}
