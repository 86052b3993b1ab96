package io.tidegate.model.event;

import io.tidegate.model.number.Amount;

/// A line of an image or snapshot: what an instrument has cost at a venue account beside its price. A reader goes on
/// from
/// it by the fees of [FillBooked] and [FillCorrected] and by [CashFlowBooked].
///
/// @param instrument what it was for; 0 for the account as a whole
/// @param kind       `FEES`, `FUNDING`, `INTEREST` or `GAS`
/// @param sum        what we paid less what we received, in that asset
public record ChargeStands(int venueAccount, int instrument, int asset, LedgerAccount kind, Amount sum)
        implements Standing {}
