package io.tidegate.api.books;

import io.tidegate.model.event.LedgerAccount;
import io.tidegate.model.number.Amount;

/// What an instrument has cost at a venue account beside its price.
///
/// @param instrument 0 when it is for the account as a whole
/// @param kind       `FEES`, `FUNDING`, `INTEREST` or `GAS`
/// @param paid       less what was received, in that asset
public record Charge(int venueAccount, int instrument, int asset, LedgerAccount kind, Amount paid) {}
