package io.tidegate.model.risk;

import io.tidegate.model.number.Amount;

/// The limits of one account (SPEC ORD-9, CFG-1).
///
/// @param openOrders        most orders that are not terminal, 1 to 1,000,000
/// @param ordersPerSecond   most orders accepted in any second, 1 to 1,000,000; per strategy the same
/// @param orderValueMax     largest price × quantity of one order, in its quote asset; zero for none
/// @param collarBps         how far a limit price may be from the reference on the aggressive side, 1 to 10,000
/// @param referenceAgeMaxNs a reference older than this does not count; positive
/// @param duplicateWindowNs within this time the same order again is taken for a duplicate; 0 switches this off
/// @param duplicates        what happens to a likely duplicate
public record Limits(
        int openOrders,
        int ordersPerSecond,
        Amount orderValueMax,
        int collarBps,
        long referenceAgeMaxNs,
        long duplicateWindowNs,
        Duplicates duplicates) {
    /// What happens to an order that looks like the one before. Append only.
    public enum Duplicates {
        OFF,
        WARN,
        REFUSE
    }

    /// The defaults of SPEC CFG-1 and ORD-9: 1,000 open, 100 a second, no value limit, 5 %, 10 s, 1 s, warn.
    public static final Limits DEFAULT =
            new Limits(1_000, 100, Amount.ZERO, 500, 10_000_000_000L, 1_000_000_000L, Duplicates.WARN);

    public Limits {
        if (openOrders < 1
                || openOrders > 1_000_000
                || ordersPerSecond < 1
                || ordersPerSecond > 1_000_000
                || orderValueMax.signum() < 0
                || collarBps < 1
                || collarBps > 10_000
                || referenceAgeMaxNs <= 0
                || duplicateWindowNs < 0) {
            throw new IllegalArgumentException("limits out of range: " + openOrders + " open, " + ordersPerSecond
                    + " per second, value " + orderValueMax + ", collar " + collarBps + " bps, reference age "
                    + referenceAgeMaxNs + " ns, duplicate window " + duplicateWindowNs + " ns");
        }
    }
}
