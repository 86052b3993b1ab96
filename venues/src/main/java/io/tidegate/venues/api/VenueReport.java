package io.tidegate.venues.api;

/// A fact from a venue's stream or answer.
public sealed interface VenueReport {
    /// An order as it is now.
    record OrderReport(OrderState order) implements VenueReport {}

    /// An execution.
    record FillReport(FillSeen fill) implements VenueReport {}

    /// A balance as it is now.
    record BalanceReport(BalanceSeen balance) implements VenueReport {}

    /// A fact that cannot be expressed at the instrument's scales, or names what we do not know: to be kept and shown.
    ///
    /// @param instrument id of the instrument, 0 where it is not known
    /// @param raw        as it came, without secrets, at most 2,000 characters
    record Parked(int instrument, String what, String raw) implements VenueReport {}

    /// A message that could not be read: on a private stream this is a gap, and the account must be reconciled.
    record Unreadable(String what, String raw) implements VenueReport {}
}
