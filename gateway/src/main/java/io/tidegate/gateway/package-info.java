/// The order side at the edge: hand-out, doubt, limits, sessions, reconciliation.
@NullMarked
package io.tidegate.gateway;

import org.jspecify.annotations.NullMarked;
