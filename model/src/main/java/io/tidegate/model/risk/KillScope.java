package io.tidegate.model.risk;

/// What a kill switch covers (SPEC POS-4). Append only.
public enum KillScope {
    /// Everything; the subject is empty.
    ALL,
    /// One tenant, by name.
    ACCOUNT,
    /// One venue account, by its name such as `binance:main`.
    VENUE_ACCOUNT,
    /// One strategy, by name.
    STRATEGY,
    /// One instrument, by symbol.
    INSTRUMENT
}
