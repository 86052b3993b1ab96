/// How far a price may give way, as a price (SPEC SLP-4).
///
/// Exact integers, rounded to the side that keeps the promise. Start at [io.tidegate.execution.slippage.WorstPrice].
@NullMarked
package io.tidegate.execution.slippage;

import org.jspecify.annotations.NullMarked;
