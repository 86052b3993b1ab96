package io.tidegate.simulator.account;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;

/// What a trade obliges both sides to deliver, each out of what it has locked.
///
/// @param baseAmount   from the seller; the buyer receives it less its fee
/// @param quoteAmount  from the buyer; the seller receives it less its fee
/// @param buyerIsMaker whether the buyer's order rested; the other one's took
public record Delivery(
        Account buyer,
        Account seller,
        Asset base,
        Amount baseAmount,
        Asset quote,
        Amount quoteAmount,
        boolean buyerIsMaker) {}
