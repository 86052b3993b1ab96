/// The core with its numbering, hash chain, sources, timers, snapshot and image.
@NullMarked
package io.tidegate.host;

import org.jspecify.annotations.NullMarked;
