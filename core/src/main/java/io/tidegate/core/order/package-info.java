/// Order life: from acceptance to a terminal status, parents and children, fills once, evidence for every end.
///
/// Says what each command and each venue report does to an order. Knows nothing of venues' protocols, threads, clocks
/// or bytes: the caller brings the time. One caller. Start at [io.tidegate.core.order.Orders]; the transition table is
/// [io.tidegate.core.order.Life].
@NullMarked
package io.tidegate.core.order;

import org.jspecify.annotations.NullMarked;
