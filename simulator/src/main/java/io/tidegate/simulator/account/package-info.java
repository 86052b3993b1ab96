/// Who owns what at a simulated venue: accounts with free and locked balances, settlement of trades, fees.
///
/// Conservation: per asset, all balances plus the fees collected stay the same, whatever is traded. Nothing becomes
/// negative; an attempt is a bug of the caller and throws. One thread. Start at
/// [io.tidegate.simulator.account.Ledger].
@NullMarked
package io.tidegate.simulator.account;

import org.jspecify.annotations.NullMarked;
