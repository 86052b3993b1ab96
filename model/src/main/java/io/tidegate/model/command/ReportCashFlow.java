package io.tidegate.model.command;

import io.tidegate.model.number.Amount;
import io.tidegate.model.venue.CashFlow;

/// Money that moved at a venue account without an execution: funding, interest, gas, a transfer (SPEC POS-2). Never a
/// fill, whatever the venue calls it (SPEC REC-2).
///
/// Its key is (venue account, kind, reference); it is booked once, however often it is reported.
///
/// @param amount     positive when we receive it, negative when we pay
/// @param instrument what it is for, such as the contract that was funded; 0 when it is for the account as a whole
/// @param reference  the venue's id of it, not empty
/// @param detail     the venue's words, or ""
public record ReportCashFlow(
        int venueAccount,
        int asset,
        Amount amount,
        CashFlow kind,
        int instrument,
        String reference,
        long venueTimeNs,
        String detail)
        implements Command {}
