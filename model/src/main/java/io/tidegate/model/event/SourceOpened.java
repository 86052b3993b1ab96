package io.tidegate.model.event;

/// A sender may number its commands from 1.
///
/// @param source the sender's number from here on
/// @param nonce  as stated when it asked
public record SourceOpened(long source, String name, long nonce) implements Event {}
