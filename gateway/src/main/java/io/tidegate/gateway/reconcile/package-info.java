/// Our books held against the venue's: at the start, after every gap, and every half minute (SPEC REC).
///
/// One thread. Start at [io.tidegate.gateway.reconcile.Reconciler].
@NullMarked
package io.tidegate.gateway.reconcile;

import org.jspecify.annotations.NullMarked;
