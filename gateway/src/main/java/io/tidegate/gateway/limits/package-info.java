/// What a venue lets us ask of it, and how much of that is used up (SPEC RLM).
///
/// Limits are a venue's data; windows count, a limiter says whether a call may leave. No queue, no clock: the
/// caller brings the time and keeps what must wait. One thread. Start at [io.tidegate.gateway.limits.Limiter].
@NullMarked
package io.tidegate.gateway.limits;

import org.jspecify.annotations.NullMarked;
