/// A venue without a session: the request that a wish of ours would become, and a foreign payload in our words.
///
/// Nothing is sent and nothing kept; the same code speaks as in a session. Pure. Start at
/// [io.tidegate.venues.words.VenueWords].
@NullMarked
package io.tidegate.venues.words;

import org.jspecify.annotations.NullMarked;
