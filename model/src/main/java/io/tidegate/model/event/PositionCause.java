package io.tidegate.model.event;

/// What a fill, or a person, did to a position (SPEC POS-1). Append only.
public enum PositionCause {
    OPEN,
    INCREASE,
    DECREASE,
    CLOSE,
    RECONCILE,
    CORRECTION,
    /// A line of an image or snapshot: no change.
    STANDS
}
