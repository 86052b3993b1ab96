package io.tidegate.model.event;

import io.tidegate.model.number.Amount;
import io.tidegate.model.venue.CashFlow;

/// Money moved at a venue account without an execution; booked once by (venue account, kind, reference).
///
/// @param amount     positive when we received it
/// @param instrument what it is for, or 0
public record CashFlowBooked(
        int venueAccount,
        int asset,
        Amount amount,
        CashFlow kind,
        int instrument,
        String reference,
        long venueTimeNs,
        String detail)
        implements Event {}
