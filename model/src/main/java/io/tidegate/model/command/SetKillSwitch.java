package io.tidegate.model.command;

import io.tidegate.model.risk.KillScope;

/// Engages or re-arms a kill switch (SPEC POS-4). Engaging stops new orders in its scope and cancels the open ones.
///
/// @param subject what is covered, "" for ALL
/// @param engaged true stops, false re-arms
/// @param by      who does it
/// @param reason  why
public record SetKillSwitch(KillScope scope, String subject, boolean engaged, String by, String reason)
        implements Command {}
