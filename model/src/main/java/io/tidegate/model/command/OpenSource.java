package io.tidegate.model.command;

/// Registers a sender, which then numbers its commands from 1. An earlier source of the same name is closed: what it
/// still has under way is refused.
///
/// @param name  who sends, such as `api`, 1 to 64 characters
/// @param nonce drawn at random by the sender, by which it recognises the answer
public record OpenSource(String name, long nonce) implements Command {}
