package io.tidegate.gateway.limits;

import io.tidegate.venues.api.Cost.Counts;

/// What one call uses up, resolved against the limiter that made it: indexes, amounts, and when each counts.
public final class Charges {
    final int[] limits;
    final long[] amounts;
    final Counts[] counts;
    private final long mask;

    Charges(int[] limits, long[] amounts, Counts[] counts) {
        this.limits = limits;
        this.amounts = amounts;
        this.counts = counts;
        long bits = 0;
        for (int limit : limits) {
            bits |= 1L << limit;
        }
        this.mask = bits;
    }

    /// The limits that it charges, a bit for each index.
    public long mask() {
        return mask;
    }
}
