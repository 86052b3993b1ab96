package io.tidegate.simulator.venue;

import io.tidegate.model.instrument.Asset;
import io.tidegate.simulator.account.Account;
import java.util.Set;

/// Told what happens at a venue, at once and in order; it must not call the venue. House accounts are not told of.
public interface VenueListener {
    /// An order was taken on; nothing of it is filled yet.
    void accepted(VenueOrder order, long nowNs);

    /// `fill` was booked to the order, whose state includes it.
    void filled(VenueOrder order, Fill fill);

    /// An order ended otherwise than by its last fill.
    ///
    /// @param cancelId the customer's name for the cancel; empty when it was not cancelled by request
    void ended(VenueOrder order, String cancelId, long nowNs);

    /// The balances of these assets have changed; told once per happening, after all orders were told of.
    void balancesChanged(Account account, Set<Asset> assets, long nowNs);
}
