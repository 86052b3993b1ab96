package io.tidegate.simulator.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.order.Side;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.Print;
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

    @Test
    void aLivelyMarketLooksLikeOne() {
        var venue = new SimulatedVenue(VenueSettings.usual());
        Crowd.admit(venue, CrowdSettings.lively(), 7);
        var market = venue.market("BTC/USDT").orElseThrow();
        var printed = new ArrayList<Print>();
        market.watchPrints(printed::add);
        var returnsBps = new ArrayList<Double>();
        double spreadsBps = 0;
        double before = market.lastPrice();
        int seconds = 1_200;
        for (int second = 1; second <= seconds; second++) {
            for (int step = 0; step < 5; step++) {
                venue.tick(second * 1_000_000_000L + step * 200_000_000L);
            }
            double bid = market.best(Side.BUY).orElseThrow();
            double ask = market.best(Side.SELL).orElseThrow();
            double middle = (bid + ask) / 2;
            spreadsBps += (ask - bid) / middle * 1e4;
            returnsBps.add(Math.log(middle / before) * 1e4);
            before = middle;
        }
        double volatilityBps = Math.sqrt(moment(returnsBps, 2));
        double kurtosis = moment(returnsBps, 4) / Math.pow(moment(returnsBps, 2), 2);
        double bought = printed.stream().filter(print -> !print.buyerIsMaker()).count() / (double) printed.size();
        assertThat(spreadsBps / seconds).as("mean spread, bps").isBetween(0.001, 1.0);
        assertThat(volatilityBps).as("volatility of a second, bps").isBetween(0.3, 3.0);
        assertThat(kurtosis).as("kurtosis: news make fat tails").isGreaterThan(4);
        assertThat(printed.size()).as("trades in twenty minutes").isBetween(2_000, 20_000);
        assertThat(bought).as("share of trades that buyers took").isBetween(0.4, 0.6);
        assertThat(sameSideAsBefore(printed)).as("orders come in clusters").isGreaterThan(0.52);
    }

    private static double moment(List<Double> values, int power) {
        return values.stream()
                .mapToDouble(value -> Math.pow(value, power))
                .average()
                .orElseThrow();
    }

    /// How often an arriving order has the side of the one before.
    private static double sameSideAsBefore(List<Print> printed) {
        int same = 0;
        int orders = 0;
        for (int i = 1; i < printed.size(); i++) {
            if (printed.get(i).takerId() != printed.get(i - 1).takerId()) {
                orders++;
                same += printed.get(i).buyerIsMaker() == printed.get(i - 1).buyerIsMaker() ? 1 : 0;
            }
        }
        return same / (double) orders;
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
        Crowd.admit(venue, seed % 2 == 0 ? CrowdSettings.usual() : CrowdSettings.lively(), seed);
        return venue;
    }
}
