package io.tidegate.gateway.known;

/// How far our clock may be from the log's, learnt from the events: each was stamped before it reached us.
///
/// Deadlines are in log time. What must not happen after one uses [#latest], what must not count before one uses
/// [#earliest]; so a clock that is off, or steps, only ever makes us wait or refuse (SCENARIOS X17).
///
/// ```text
///   seen − stamped = our clock's lead + the way here
///   earliest: the lead is at most that of the newest event
///   latest:   the lead is hardly less than the smallest of a minute, whose way was the shortest
/// ```
public final class LogClock {
    private static final long MINUTE_NS = 60_000_000_000L;

    private long newestNs = Long.MAX_VALUE;
    private long smallestNs = Long.MAX_VALUE;
    private long smallestBeforeNs = Long.MAX_VALUE;
    private long minute = Long.MIN_VALUE;

    /// An event stamped `logNs` was seen at `nowNs`.
    public void observe(long nowNs, long logNs) {
        long present = Math.floorDiv(nowNs, MINUTE_NS);
        if (present != minute) {
            smallestBeforeNs = present == minute + 1 ? smallestNs : Long.MAX_VALUE;
            smallestNs = Long.MAX_VALUE;
            minute = present;
        }
        newestNs = nowNs - logNs;
        smallestNs = Math.min(smallestNs, newestNs);
    }

    /// The log's time is certainly not later, but for the time that an event takes to reach us.
    public long latest(long nowNs) {
        return nowNs - Math.min(0, Math.min(smallestNs, smallestBeforeNs));
    }

    /// The log's time is certainly not earlier; `Long.MIN_VALUE` while nothing has been seen.
    public long earliest(long nowNs) {
        return newestNs == Long.MAX_VALUE ? Long.MIN_VALUE : nowNs - Math.max(0, newestNs);
    }
}
