/// The words of an order: side, type, time in force, status, and the terms that a client states.
///
/// Start at [io.tidegate.model.order.OrderTerms].
@NullMarked
package io.tidegate.model.order;

import org.jspecify.annotations.NullMarked;
