package io.tidegate.simulator.account;

import io.tidegate.model.number.Amount;

/// What a delivery cost both sides.
///
/// @param buyerFee  in the base asset, out of what the buyer received
/// @param sellerFee in the quote asset, out of what the seller received
public record Settlement(Amount buyerFee, Amount sellerFee) {}
