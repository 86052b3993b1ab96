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
}
