package io.tidegate.model.command;

/// Makes an asset known; known already, nothing changes.
///
/// @param code 1 to 24 characters of `A-Z 0-9 . -`
public record DefineAsset(String code) implements Command {}
