package io.tidegate.gateway.limits;

/// How much of a limit each kind of call may use (SPEC RLM-2).
///
/// @param warnPercent    from this share on what can wait does wait, 1 to 100
/// @param reservePercent share that only cancels and look-ups of doubtful orders may use, 0 to 50
public record LimitPolicy(int warnPercent, int reservePercent) {
    /// 80 % and 10 %, SPEC CFG-1.
    public static final LimitPolicy DEFAULT = new LimitPolicy(80, 10);

    public LimitPolicy {
        if (warnPercent < 1 || warnPercent > 100 || reservePercent < 0 || reservePercent > 50) {
            throw new IllegalArgumentException("limit policy: warn at " + warnPercent
                    + " % (expected 1 to 100), reserve " + reservePercent + " % (expected 0 to 50)");
        }
    }
}
