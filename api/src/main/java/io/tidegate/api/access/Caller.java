package io.tidegate.api.access;

/// Whoever stands behind a key.
///
/// @param name    the key's name, for the record
/// @param account the tenant whose orders and money it sees, and no others
public record Caller(String name, String account, Role role) {}
