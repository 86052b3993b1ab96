/// Where an order goes (SPEC RTE-2): which venue accounts could take it, which of them gets it, and why not the
/// others.
///
/// No state, no clock, safe from any thread. What it sees may be older than what the core knows: then the core
/// refuses, and the caller asks again without that venue account. Start at [io.tidegate.execution.route.Router].
@NullMarked
package io.tidegate.execution.route;

import org.jspecify.annotations.NullMarked;
