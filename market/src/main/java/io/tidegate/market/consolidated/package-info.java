/// The books of several venues as one (SPEC MKT-2). One thread per view. Start at `ConsolidatedView`.
@NullMarked
package io.tidegate.market.consolidated;

import org.jspecify.annotations.NullMarked;
