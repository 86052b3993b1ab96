package io.tidegate.venues.api;

import io.tidegate.model.number.Amount;

/// What the venue says that it holds of an asset for us.
public record BalanceSeen(String asset, Amount free, Amount locked) {
    /// Free and locked together.
    public Amount total() {
        return free.plus(locked);
    }
}
