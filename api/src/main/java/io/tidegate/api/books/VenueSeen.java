package io.tidegate.api.books;

import io.tidegate.model.venue.VenueAccount;

/// A venue account, who acts for it, and whether it takes orders.
///
/// @param gateway    who holds the lease, "" while nobody does
/// @param epoch      the lease's number, 0 while there is none
/// @param isOpen     whether new orders may go there
/// @param gateReason why
public record VenueSeen(VenueAccount venueAccount, String gateway, long epoch, boolean isOpen, String gateReason) {
    /// Whether the core would hand out an order for it.
    public boolean takesOrders() {
        return epoch != 0 && isOpen;
    }

    VenueSeen defined(VenueAccount other) {
        return new VenueSeen(other, gateway, epoch, isOpen, gateReason);
    }

    VenueSeen claimed(String by, long newEpoch) {
        return new VenueSeen(venueAccount, by, newEpoch, isOpen, gateReason);
    }

    VenueSeen gated(boolean open, String reason) {
        return new VenueSeen(venueAccount, gateway, epoch, open, reason);
    }
}
