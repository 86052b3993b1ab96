package io.tidegate.gateway.reconcile;

/// How our books are held against the venue's.
///
/// @param everyNs         from the end of one reconciliation to the next, 1 s to 1 h (SPEC CFG-1: 30 s)
/// @param overlapNs       fills are asked for again so far back, for those that a venue shows late, 0 to 1 day
/// @param lookBackNs      how far back the first search for fills goes at least, up to 7 days (SPEC ORD-15)
/// @param fillGraceNs     a fill may be behind the word that it happened by so much before it is searched, 0 to
///                        1 min
/// @param secondReadingNs a strange balance is read again after this time before it is told, 1 ms to 1 min (REC-5)
public record ReconcileSettings(long everyNs, long overlapNs, long lookBackNs, long fillGraceNs, long secondReadingNs) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;

    /// Every 30 s; a minute of overlap; 10 minutes back; 1 s of grace; a second reading after 2 s.
    public static final ReconcileSettings DEFAULT =
            new ReconcileSettings(30 * SECOND_NS, 60 * SECOND_NS, 600 * SECOND_NS, SECOND_NS, 2 * SECOND_NS);

    public ReconcileSettings {
        check("every", everyNs, SECOND_NS, 3_600 * SECOND_NS);
        check("overlap", overlapNs, 0, DAY_NS);
        check("look back", lookBackNs, 0, 7 * DAY_NS);
        check("fill grace", fillGraceNs, 0, 60 * SECOND_NS);
        check("second reading", secondReadingNs, 1_000_000, 60 * SECOND_NS);
    }

    private static void check(String what, long ns, long lowNs, long highNs) {
        if (ns < lowNs || ns > highNs) {
            throw new IllegalArgumentException(
                    "reconciliation: " + what + " " + ns + " ns, expected " + lowNs + " to " + highNs);
        }
    }
}
