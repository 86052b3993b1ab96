/// The whole system in one thread from one seed.
@NullMarked
package io.tidegate.world;

import org.jspecify.annotations.NullMarked;
