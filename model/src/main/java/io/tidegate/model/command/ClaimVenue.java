package io.tidegate.model.command;

/// A gateway asks for the lease of a venue account; the epoch rises, and whoever held it before may send no more.
///
/// @param gateway who asks
/// @param nonce   drawn at random, by which it recognises the answer
public record ClaimVenue(int venueAccount, String gateway, long nonce) implements Command {}
