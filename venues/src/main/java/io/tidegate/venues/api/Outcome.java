package io.tidegate.venues.api;

import java.util.List;

/// How a call ended.
public sealed interface Outcome {
    /// The venue did what was asked; for a submission it has the order, for a cancel the order has ended.
    record Done(OrderState order) implements Outcome {}

    /// A look-up found the order.
    record Found(OrderState order) implements Outcome {}

    /// A look-up found nothing: no proof by itself.
    record NotFound(String words) implements Outcome {}

    /// All open orders.
    record OpenOrdersSeen(List<OrderState> orders) implements Outcome {}

    /// All fills asked for.
    record FillsSeen(List<FillSeen> fills) implements Outcome {}

    /// All balances.
    record BalancesSeen(List<BalanceSeen> balances) implements Outcome {}

    /// Best bid and ask at the instrument's price scale; 0 where a side is empty.
    record QuoteSeen(long bid, long ask) implements Outcome {}

    /// All orders of an instrument are cancelled, as far as the venue says.
    record AllCancelled(List<OrderState> orders) implements Outcome {}

    /// It failed; the error says whether the venue may have acted.
    record Failed(VenueError error) implements Outcome {}

    /// An outcome of calls beside those of every day: tests, replacements, lists and surveys.
    sealed interface Further extends Outcome {}

    /// The venue would have taken the order.
    record Passed() implements Further {}

    /// What became of both halves of a replacement.
    record Replaced(Half cancelled, Half placed) implements Further {}

    /// One half of a replacement.
    sealed interface Half {
        /// It was done; the order as it is now.
        record Done(OrderState order) implements Half {}

        record Refused(VenueError error) implements Half {}

        /// The venue did not get to it.
        record NotTried() implements Half {}
    }

    /// The venue has the orders of a list.
    record ListPlaced(List<OrderState> orders) implements Further {}

    /// All orders asked for, ended ones too.
    record HistorySeen(List<OrderState> orders) implements Further {}

    record FeesSeen(FeeRates rates) implements Further {}

    /// What the venue lists, and its limits where it states them.
    record ListingsSeen(List<Listing> listings, List<LimitRule> limits) implements Further {}

    /// The counts were told by [Effects#used].
    record CountsSeen() implements Further {}
}
