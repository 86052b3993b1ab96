/// Orders whose state at the venue is not known are asked for until a fact settles them; they are never sent again
/// (SPEC ORD-8, ORD-10). One thread. Start at [io.tidegate.gateway.doubt.Doubts].
@NullMarked
package io.tidegate.gateway.doubt;

import org.jspecify.annotations.NullMarked;
