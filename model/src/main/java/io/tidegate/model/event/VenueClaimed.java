package io.tidegate.model.event;

/// The lease of a venue account has a holder.
///
/// @param epoch above every one before
/// @param nonce as stated when it asked; 0 in an image
public record VenueClaimed(int venueAccount, String gateway, long epoch, long nonce) implements Event {}
