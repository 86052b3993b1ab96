package io.tidegate.gateway.session;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.venues.api.VenueSession;
import java.util.List;

/// Makes sessions: the one place that knows which venue speaks how, and with which credentials.
@FunctionalInterface
public interface Sessions {
    /// A session that has not started.
    ///
    /// @param instruments what is traded at that account, by rising id
    VenueSession open(VenueAccount account, List<Instrument> instruments);
}
