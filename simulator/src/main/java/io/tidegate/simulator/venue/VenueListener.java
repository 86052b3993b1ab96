package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.simulator.account.Account;
import java.util.Set;

/// Told what happens at a venue, at once and in order; it must not call the venue. House accounts are not told of.
public interface VenueListener {
    /// An order was taken on; nothing of it is filled yet.
    void accepted(VenueOrder order, long nowNs);

    /// An order that waited works now.
    default void working(VenueOrder order, long nowNs) {}

    /// `fill` was booked to the order, whose state includes it.
    void filled(VenueOrder order, Fill fill);

    /// Something was taken off the order, whose state includes it, so that the account does not trade with itself.
    default void prevented(VenueOrder order, Prevented prevented) {}

    /// The order became smaller in its place.
    ///
    /// @return a number for it that nothing else has
    default long amended(VenueOrder order, String oldClientId, long nowNs) {
        return 0;
    }

    /// An order ended otherwise than by its last fill or by prevention.
    ///
    /// @param cancelId the customer's name for the cancel; empty when it was not cancelled by request
    void ended(VenueOrder order, String cancelId, long nowNs);

    /// A list was taken on, has moved to its next phase, or is done.
    default void listChanged(OrderList list, long nowNs) {}

    /// Money came from outside, or went there.
    default void deposited(Account account, Asset asset, Amount amount, long nowNs) {}

    /// The balances of these assets have changed; told once per happening, after all orders were told of.
    void balancesChanged(Account account, Set<Asset> assets, long nowNs);
}
