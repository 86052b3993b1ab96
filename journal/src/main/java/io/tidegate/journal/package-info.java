/// The ports to the log: commands in, events out.
@NullMarked
package io.tidegate.journal;

import org.jspecify.annotations.NullMarked;
