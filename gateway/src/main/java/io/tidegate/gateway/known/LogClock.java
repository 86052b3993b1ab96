package io.tidegate.gateway.known;

/// How far our clock may be from the log's, learnt from the events: each was stamped before it reached us.
///
/// Deadlines are in log time. What must not happen after one uses [#latest], what must not count before one uses
/// [#earliest]; so a clock that is off, or steps, only ever makes us wait or refuse (SCENARIOS X17).
///
/// ```text
///   seen − stamped = our clock's lead + the way here;   the smallest of a minute is closest to the lead
/// ```
public final class LogClock {
    private static final long MINUTE_NS = 60_000_000_000L;

    private long leadNs = Long.MAX_VALUE;
    private long previousLeadNs = Long.MAX_VALUE;
    private long minute = Long.MIN_VALUE;

    /// An event stamped `logNs` was seen at `nowNs`.
    public void observe(long nowNs, long logNs) {
        long present = Math.floorDiv(nowNs, MINUTE_NS);
        if (present != minute) {
            previousLeadNs = present == minute + 1 ? leadNs : Long.MAX_VALUE;
            leadNs = Long.MAX_VALUE;
            minute = present;
        }
        leadNs = Math.min(leadNs, nowNs - logNs);
    }

    /// The log's time is certainly not later, but for the time that an event takes to reach us.
    public long latest(long nowNs) {
        long lead = lead();
        return lead < 0 ? nowNs - lead : nowNs;
    }

    /// The log's time is certainly not earlier; `Long.MIN_VALUE` while nothing has been seen.
    public long earliest(long nowNs) {
        long lead = lead();
        return lead == Long.MAX_VALUE ? Long.MIN_VALUE : nowNs - Math.max(0, lead);
    }

    private long lead() {
        return Math.min(leadNs, previousLeadNs);
    }
}
