package io.tidegate.model.command;

/// Changes how the core behaves from here on: the only way in which it may (SPEC HA-5).
///
/// @param version the version of the rules, one above the present
public record ActivateRules(int version) implements Command {}
