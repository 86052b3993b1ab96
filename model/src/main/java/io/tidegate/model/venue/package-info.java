/// Who executes: venue accounts, what holds for all orders there, and who may act for them.
///
/// Start at [io.tidegate.model.venue.VenueAccount].
@NullMarked
package io.tidegate.model.venue;

import org.jspecify.annotations.NullMarked;
