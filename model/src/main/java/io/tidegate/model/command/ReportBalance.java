package io.tidegate.model.command;

import io.tidegate.model.number.Amount;

/// What the venue says that it holds for us.
///
/// @param total    free and locked together
/// @param revision the revision of the balance that the gateway had seen when it began to ask; if the core has moved on
///                 since, the report is out of date and changes nothing
public record ReportBalance(int venueAccount, int asset, Amount total, long revision) implements Command {}
