package io.tidegate.simulator.agents;

import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.util.SplittableRandom;

/// Brings a venue to life: per market one quoter, one taker, and one who follows trends if the settings say so.
public final class Crowd {
    private Crowd() {}

    /// Admits the agents; the first tick lets them quote.
    public static void admit(SimulatedVenue venue, CrowdSettings settings, long seed) {
        var seeds = new SplittableRandom(seed);
        var quoting = venue.openHouse("quoter");
        var taking = venue.openHouse("taker");
        for (Market market : venue.markets()) {
            venue.admit(new Quoter(quoting, market, settings, seeds.nextLong()));
            venue.admit(new Taker(taking, market, settings, seeds.nextLong()));
            if (settings.weather().followEveryNs() > 0) {
                venue.admit(new Follower(taking, market, settings, seeds.nextLong()));
            }
        }
    }
}
