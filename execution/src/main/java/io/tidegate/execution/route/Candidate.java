package io.tidegate.execution.route;

import io.tidegate.model.instrument.Grid;
import io.tidegate.model.number.Amount;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.venue.VenueAccount;
import java.util.Optional;

/// A venue account as routing sees it, for one instrument.
///
/// @param stopped why nothing goes there at all: a closed gate, a kill switch, a refusal a moment ago; empty when
/// it may
/// @param grid    what the venue takes of the instrument; empty where it does not trade it
/// @param freeBase  what is free there of the asset that a sell gives away
/// @param freeQuote what is free there of the asset that a buy gives away
public record Candidate(
        VenueAccount venueAccount, Optional<Refusal> stopped, Optional<Grid> grid, Amount freeBase, Amount freeQuote) {}
