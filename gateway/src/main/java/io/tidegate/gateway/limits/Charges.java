package io.tidegate.gateway.limits;

/// What one call uses up, resolved against the limiter that made it: indexes and amounts.
public final class Charges {
    final int[] limits;
    final long[] amounts;
    private final long mask;

    Charges(int[] limits, long[] amounts) {
        this.limits = limits;
        this.amounts = amounts;
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
