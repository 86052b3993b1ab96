package io.tidegate.execution.route;

import io.tidegate.model.event.MarkSet;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.risk.Limits;
import java.util.List;
import java.util.Optional;

/// What could be seen when an order came: all that routing knows of the world.
///
/// @param mark       the reference price of the instrument, fresh or not; empty while there is none
/// @param limits     of the account that asks
/// @param candidates every venue account of that account
/// @param nowNs      nanoseconds since 1970 UTC
public record Outlook(
        Instrument instrument, Optional<MarkSet> mark, Limits limits, List<Candidate> candidates, long nowNs) {
    public Outlook {
        candidates = List.copyOf(candidates);
    }

    boolean hasFreshMark() {
        return mark.isPresent() && nowNs - mark.get().atNs() <= limits.referenceAgeMaxNs();
    }
}
