package io.tidegate.model.event;

import io.tidegate.model.number.Amount;

/// A balance was compared with what the venue says that it holds.
///
/// @param venueTotal  the venue's figure, free and locked together
/// @param difference  the venue's figure less ours, before it was taken over
/// @param unexplained all that was ever taken over without an explanation, less what was explained since
public record BalanceChecked(int venueAccount, int asset, Amount venueTotal, Amount difference, Amount unexplained)
        implements Event {}
