package io.tidegate.model.event;

import io.tidegate.model.number.Amount;

/// A line of a snapshot: the sum of one ledger account (SPEC POS-2).
///
/// @param ledgerAccount what the account is for
public record LedgerStands(LedgerAccount ledgerAccount, int venueAccount, int asset, Amount sum) implements Standing {}
