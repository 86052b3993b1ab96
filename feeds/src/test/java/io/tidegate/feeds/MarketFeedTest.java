package io.tidegate.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.testkit.Laws;
import io.tidegate.transport.simulated.Fault;
import io.tidegate.transport.simulated.Weather;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The whole way from a venue that is not to books of ours, on one clock: socket, streams, snapshots, differences.
class MarketFeedTest {
    private int reconnects;
    private int comparisons;

    @Test
    void aFeedFollowsEveryBookQuoteAndTradeOfItsVenue() {
        var simulated = new SimulatedFeed(1, Recording.NONE).run(Duration.ofSeconds(20));
        assertThat(simulated.allValid()).isTrue();
        assertThat(simulated.line().isUp()).isTrue();
        assertThat(simulated.line().starts()).isEqualTo(1);
        assertThat(simulated.line().problems())
                .as(simulated.line().lastProblem())
                .isZero();
        assertThat(simulated.comparisons()).isGreaterThan(100);
        for (var market : simulated.markets) {
            assertThat(market.touch().read()).isPresent();
            assertThat(market.tape().sums().trades()).isPositive();
            assertThat(market.tape().sums().missed()).isZero();
        }
    }

    @Test
    void property11_howeverTheNetworkMisbehavesAValidBookIsTheVenuesAndAllComeBack() {
        Laws.forAll(100, seed -> {
            var simulated = new SimulatedFeed(seed.value(), Recording.NONE);
            simulated.network.weather(Weather.stormy(seed.intBetween(10, 300)));
            for (int storm = 0; storm < 3; storm++) {
                simulated.run(Duration.ofMillis(seed.longBetween(100, 3_000)));
                if (seed.chance(50)) {
                    simulated
                            .network
                            .link(SimulatedFeed.ADDRESS, SimulatedFeed.STREAMS)
                            .cut();
                }
                if (seed.chance(20)) {
                    simulated.network.downUntil(
                            SimulatedFeed.STREAMS,
                            simulated.nowNs()
                                    + Duration.ofMillis(seed.longBetween(1, 2_000))
                                            .toNanos());
                }
            }
            simulated.network.weather(Weather.CALM);
            for (int second = 0;
                    second < 120 && !(simulated.allValid() && simulated.line().isUp());
                    second++) {
                simulated.run(Duration.ofSeconds(1));
            }
            assertThat(simulated.allValid()).as("all books come back").isTrue();
            reconnects += (int) simulated.line().starts() - 1;
            comparisons += simulated.comparisons();
        });
        assertThat(reconnects).isGreaterThan(50);
        assertThat(comparisons).isGreaterThan(1_000);
    }

    @Test
    void whileTheConnectionIsLostNoBookIsOfUse() {
        var simulated = new SimulatedFeed(2, Recording.NONE).run(Duration.ofSeconds(5));
        assertThat(simulated.allValid()).isTrue();
        simulated.network.downUntil(
                SimulatedFeed.STREAMS, simulated.nowNs() + Duration.ofSeconds(3).toNanos());
        simulated.run(Duration.ofSeconds(1));
        assertThat(simulated.noneValid()).isTrue();
        assertThat(simulated.line().isUp()).isFalse();
        simulated.markets.forEach(market -> assertThat(market.touch().read()).isEmpty());
        simulated.run(Duration.ofSeconds(10));
        assertThat(simulated.allValid()).isTrue();
    }

    @Test
    void property12_aConnectionThatFallsSilentIsNoticedAndMadeAgain() {
        var simulated = new SimulatedFeed(3, Recording.NONE, Duration.ofSeconds(2), Duration.ofSeconds(5))
                .run(Duration.ofSeconds(5));
        assertThat(simulated.allValid()).isTrue();
        simulated.network.link(SimulatedFeed.ADDRESS, SimulatedFeed.STREAMS).next(Fault.MUTED);
        simulated.run(Duration.ofSeconds(4));
        assertThat(simulated.line().lastProblem()).contains("nothing was heard for");
        simulated.run(Duration.ofSeconds(10));
        assertThat(simulated.allValid()).isTrue();
        assertThat(simulated.line().starts()).isGreaterThan(1);
    }

    @Test
    void aVenueThatAnnouncesItsShutdownIsLeftAtOnce() {
        var simulated = new SimulatedFeed(4, Recording.NONE).run(Duration.ofSeconds(3));
        simulated.face.script().shutdown(Duration.ofSeconds(20).toNanos());
        simulated.run(Duration.ofSeconds(5));
        assertThat(simulated.line().lastProblem()).contains("shuts this connection down");
        assertThat(simulated.allValid()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameHappenings() {
        var one = new SimulatedFeed(5, Recording.NONE);
        var other = new SimulatedFeed(5, Recording.NONE);
        one.network.weather(Weather.stormy(100));
        other.network.weather(Weather.stormy(100));
        one.run(Duration.ofSeconds(10));
        other.run(Duration.ofSeconds(10));
        assertThat(one.network.traceHash()).isEqualTo(other.network.traceHash());
        assertThat(one.line()).isEqualTo(other.line());
    }
}
