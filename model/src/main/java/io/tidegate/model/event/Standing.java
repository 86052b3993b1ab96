package io.tidegate.model.event;

/// An event that only ever says what stands, never what changed: a line of an image or a snapshot.
public sealed interface Standing extends Event
        permits OrderStands,
                ChildStands,
                FillKeyStands,
                KeyStands,
                LedgerStands,
                CoreStands,
                FillStands,
                PositionBaseStands,
                ChargeStands,
                LossStands {}
