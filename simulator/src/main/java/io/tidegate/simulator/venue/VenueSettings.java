package io.tidegate.simulator.venue;

import io.tidegate.model.number.Amount;
import io.tidegate.simulator.account.Fees;
import java.util.List;

/// How a simulated venue is set up.
///
/// @param listings  what it trades; quantities and prices multiply to at most 18 decimals
/// @param fees      of ordinary accounts
/// @param baseFund  what an account starts with of each asset that is only traded
/// @param quoteFund what an account starts with of each asset in which something is priced
/// @param memoryMax closed orders, and fills, remembered per account; 1 to 10,000,000
public record VenueSettings(List<Listing> listings, Fees fees, Amount baseFund, Amount quoteFund, int memoryMax) {
    public VenueSettings {
        listings = List.copyOf(listings);
        if (listings.isEmpty() || memoryMax < 1 || memoryMax > 10_000_000) {
            throw new IllegalArgumentException(listings.size() + " listings, memory of " + memoryMax + " orders");
        }
    }

    /// The usual listings, 10 bps fees, 100,000 of each quote and 5 of each base asset, 500,000 orders remembered.
    public static VenueSettings usual() {
        return new VenueSettings(Listing.usual(), new Fees(10, 10), Amount.parse("5"), Amount.parse("100000"), 500_000);
    }

    public VenueSettings withMemory(int orders) {
        return new VenueSettings(listings, fees, baseFund, quoteFund, orders);
    }

    public VenueSettings withListings(List<Listing> changed) {
        return new VenueSettings(changed, fees, baseFund, quoteFund, memoryMax);
    }

    public VenueSettings withFees(Fees changed) {
        return new VenueSettings(listings, changed, baseFund, quoteFund, memoryMax);
    }
}
