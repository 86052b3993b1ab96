/// What we own and owe: a double-entry ledger per venue account and asset, reservations, the executions that moved it,
/// and the positions that they make.
///
/// Every posting balances per asset, so that nothing drifts; all sums are exact. One caller. Start at
/// [io.tidegate.core.ledger.Ledger] and [io.tidegate.core.ledger.FillBook].
@NullMarked
package io.tidegate.core.ledger;

import org.jspecify.annotations.NullMarked;
