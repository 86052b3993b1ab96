package io.tidegate.model.event;

/// The accounts of the double-entry ledger; per asset they add up to zero, always (SPEC POS-2). Append only.
public enum LedgerAccount {
    /// What we own at the venue account.
    VENUE,
    /// Where it came from: what was there before us, and transfers.
    EXTERNAL,
    /// The other side of every trade.
    TRADING,
    /// Fees paid, rebates received.
    FEES,
    /// What venues round off.
    VENUE_ROUNDING,
    /// Differences that nobody has explained yet.
    UNEXPLAINED,
    /// Funding of contracts, paid and received.
    FUNDING,
    /// Interest, paid and received.
    INTEREST,
    /// What chains charge.
    GAS
}
