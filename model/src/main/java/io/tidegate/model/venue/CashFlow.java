package io.tidegate.model.venue;

/// Why money moved at a venue account without an execution. Append only.
public enum CashFlow {
    /// In or out of the venue account; no profit and no loss.
    TRANSFER,
    /// What the holders of one side of a contract pay the other.
    FUNDING,
    /// On what is lent or borrowed.
    INTEREST,
    /// What a chain charges for a transaction.
    GAS
}
