/// Reference prices for the core, asked of the venues at leisure. One thread. Start at
/// [io.tidegate.gateway.marks.Marks].
@NullMarked
package io.tidegate.gateway.marks;

import org.jspecify.annotations.NullMarked;
