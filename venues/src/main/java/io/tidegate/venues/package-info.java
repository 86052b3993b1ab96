/// Venue sessions: one package per venue.
@NullMarked
package io.tidegate.venues;

import org.jspecify.annotations.NullMarked;
