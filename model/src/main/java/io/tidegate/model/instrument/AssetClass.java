package io.tidegate.model.instrument;

/// Kinds of instruments (SPEC INS-1). The order is part of the wire format: append only.
public enum AssetClass {
    SPOT,
    FX,
    EQUITY,
    FUTURE,
    OPTION,
    TOKEN,
    POOL
}
