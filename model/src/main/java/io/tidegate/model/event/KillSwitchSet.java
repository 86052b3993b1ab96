package io.tidegate.model.event;

import io.tidegate.model.risk.KillScope;

/// A kill switch is engaged or re-armed.
public record KillSwitchSet(KillScope scope, String subject, boolean engaged, String by, String reason)
        implements Event {}
