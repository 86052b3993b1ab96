package io.tidegate.simulator.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.testkit.Laws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final long STEP_NS = 50_000_000L;

    @Test
    void aMarketIsAlwaysQuotedOnBothSidesNeverCrossedAndTrades() {
        Laws.forAll(100, seed -> {
            var venue = lively(seed.value());
            for (long nowNs = 0; nowNs < 10_000_000_000L; nowNs += STEP_NS) {
                venue.tick(nowNs);
                for (Market market : venue.markets()) {
                    long bid = market.best(Side.BUY).orElseThrow();
                    assertThat(bid).isLessThan(market.best(Side.SELL).orElseThrow());
                }
            }
            for (Market market : venue.markets()) {
                assertThat(market.prints()).isNotEmpty();
                assertThat(market.levels(Side.BUY, 50)).hasSizeGreaterThan(5);
            }
        });
    }

    @Test
    void theSameSeedGivesTheSameMarket() {
        assertThat(history(7)).isEqualTo(history(7)).isNotEqualTo(history(8));
    }

    private static List<String> history(long seed) {
        var venue = lively(seed);
        var history = new ArrayList<String>();
        for (long nowNs = 0; nowNs < 5_000_000_000L; nowNs += STEP_NS) {
            venue.tick(nowNs);
            venue.markets()
                    .forEach(market ->
                            history.add(market + " " + market.levels(Side.BUY, 20) + " " + market.levels(Side.SELL, 20)
                                    + " " + market.prints().size()));
        }
        return history;
    }

    private static SimulatedVenue lively(long seed) {
        var venue = new SimulatedVenue(VenueSettings.usual());
        Crowd.admit(venue, CrowdSettings.usual(), seed);
        return venue;
    }
}
