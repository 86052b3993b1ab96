package io.tidegate.model.risk;

/// What has become of an account that loses money (SPEC POS-3); each step includes those before. Append only.
public enum LossStep {
    /// Nothing is restricted.
    NONE,
    /// Orders must be small.
    SHRINK,
    /// Orders must reduce a position.
    NO_NEW,
    /// And what was open has been cancelled; whoever trades for the account shall close its positions.
    FLATTEN,
    /// And the kill switch of the account is engaged.
    STOP
}
