/// Venues that are not: matching engine, agents, faces.
@NullMarked
package io.tidegate.simulator;

import org.jspecify.annotations.NullMarked;
