/// Wiring, configuration, command line.
@NullMarked
package io.tidegate.app;

import org.jspecify.annotations.NullMarked;
