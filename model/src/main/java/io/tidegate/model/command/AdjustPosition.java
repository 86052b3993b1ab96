package io.tidegate.model.command;

import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;

/// Takes over a difference between our position and the venue's that no execution explains (SPEC REC-5), by the
/// reconciliation or by a person. Booked once by its reference; moves no balance, for balances are reconciled apart.
///
/// @param side      BUY adds, SELL takes away
/// @param quantity  by how much, at the instrument's scale; positive
/// @param cost      what the difference is taken to be worth, in the quote asset; zero or more
/// @param reference tells adjustments apart; not empty
/// @param by        who says so
/// @param reason    why; not empty
public record AdjustPosition(
        int venueAccount,
        int instrument,
        Side side,
        long quantity,
        Amount cost,
        String reference,
        String by,
        String reason)
        implements Command {}
