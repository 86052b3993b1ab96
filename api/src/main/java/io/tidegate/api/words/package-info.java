/// Our JSON: what is accepted, and how what stands is written.
///
/// Strict at the door: an unknown, missing, doubled, null or mistyped field is refused, all of them in one
/// answer, and nothing is accepted in part. Prices, quantities and amounts are strings on both ways. No state,
/// any thread. Start at [io.tidegate.api.words.OrderWords].
@NullMarked
package io.tidegate.api.words;

import org.jspecify.annotations.NullMarked;
