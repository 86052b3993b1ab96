package io.tidegate.model.event;

/// The core behaves by this version of its rules from here on.
public record RulesActivated(int version) implements Event {}
