package io.tidegate.gateway.session;

import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueReport;

/// What a line tells its owner. It may not call back into the line from here.
public interface LineEvents {
    /// The session can send orders and see what becomes of them.
    void up(long nowNs);

    /// It can no longer.
    void down(String reason, long nowNs);

    /// How a call ended.
    void outcome(long callId, Outcome outcome, long nowNs);

    /// A fact from the venue.
    void report(VenueReport report, long nowNs);

    /// The venue's counter of one of its limits, from the answer to a question that left at that time.
    void counted(String limit, long used, long askedNs, long nowNs);

    /// The venue refuses to listen until then.
    void banned(long untilNs, String reason, long nowNs);
}
