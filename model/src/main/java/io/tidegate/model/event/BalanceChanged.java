package io.tidegate.model.event;

import io.tidegate.model.number.Amount;

/// What we own at a venue account, and how much of it is set aside.
///
/// @param total    all of it, free or locked at the venue
/// @param reserved set aside for what is in flight; never above what was free when it was set aside
/// @param revision rises with every change of `total`
/// @param cause    why
public record BalanceChanged(
        int venueAccount, int asset, Amount total, Amount reserved, long revision, BalanceCause cause)
        implements Event {}
