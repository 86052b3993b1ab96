/// How best to trade: where an order goes, and at what price at worst.
///
/// Pure functions of an order and of what was seen when it came; they hold no truth, and the core checks whatever
/// they propose. Start at [io.tidegate.execution.route.Router].
@NullMarked
package io.tidegate.execution;

import org.jspecify.annotations.NullMarked;
