package io.tidegate.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.model.order.Side;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.simulator.venue.binance.BinanceFace;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Face;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import io.tidegate.transport.simulated.SimulatedNetwork;
import io.tidegate.venues.binance.BinanceSite;
import io.tidegate.venues.binance.market.BinanceMarketSession;
import io.tidegate.venues.binance.market.MarketSettings;
import io.tidegate.venues.binance.market.MarketSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/// A simulated Binance with its moving markets, a network with its weather, and our feed, all on one clock; and what
/// each
/// of the venue's books truly was at each of its numbers.
final class SimulatedFeed {
    static final long START_NS = 1_767_225_600_000_000_000L;
    static final String ADDRESS = "10.0.0.1";
    static final Endpoint STREAMS = Endpoint.parse("ws://binance.test:80");
    private static final Endpoint REST = Endpoint.parse("http://binance.test:80");
    private static final int LEVELS = 100;

    final SimulatedNetwork network;
    final BinanceFace face;
    final List<VenueInstrument> markets = new ArrayList<>();
    final MarketFeed feed;
    private final BookView view = new BookView(LEVELS);
    private final List<Market> theirs;
    private final List<Map<Long, String>> truth = new ArrayList<>();
    private long nowNs = START_NS;
    private int comparisons;

    SimulatedFeed(long seed, Recording recording) {
        this(seed, recording, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    SimulatedFeed(long seed, Recording recording, Duration mute, Duration behind) {
        var venue = new SimulatedVenue(VenueSettings.usual());
        Crowd.admit(venue, CrowdSettings.usual(), seed);
        face = new BinanceFace(venue, BinanceSettings.generous(), seed);
        network = new SimulatedNetwork(seed, START_NS);
        network.host(REST, new Watched());
        theirs = List.copyOf(venue.markets());
        for (Market market : theirs) {
            markets.add(VenueInstrument.of(market.instrument()));
            truth.add(new TreeMap<>());
        }
        var symbols = MarketSymbols.of(
                markets.stream().map(VenueInstrument::instrument).toList());
        var settings =
                MarketSettings.of(BinanceSite.ownHost(REST, STREAMS)).withSilence(mute.toNanos(), behind.toNanos());
        feed = new MarketFeed(network.client(ADDRESS), recording, seed);
        feed.add("binance", new BinanceMarketSession(settings, symbols, markets));
    }

    /// Lets time pass, a millisecond at a time, and holds every valid book against the truth at its number.
    SimulatedFeed run(Duration time) {
        long endNs = nowNs + time.toNanos();
        while (nowNs < endNs) {
            nowNs += 1_000_000;
            network.advanceTo(nowNs);
            int work;
            do {
                work = feed.poll(nowNs);
            } while (work > 0);
            compare();
        }
        return this;
    }

    private void compare() {
        for (int index = 0; index < markets.size(); index++) {
            long versionBefore = view.version();
            if (markets.get(index).book().read(view) == Condition.VALID && view.version() != versionBefore) {
                comparisons++;
                assertThat(shown())
                        .as(markets.get(index).instrument().symbol() + " at " + view.sequence())
                        .isEqualTo(Objects.requireNonNull(truth.get(index).get(view.sequence())));
            }
        }
    }

    private String shown() {
        var words = new StringBuilder();
        for (Side side : Side.values()) {
            for (int index = 0; index < view.count(side); index++) {
                words.append(view.price(side, index))
                        .append('x')
                        .append(view.quantity(side, index))
                        .append(' ');
            }
        }
        return words.toString();
    }

    /// How often a book was compared.
    int comparisons() {
        return comparisons;
    }

    boolean allValid() {
        return markets.stream().allMatch(market -> market.book().read(view) == Condition.VALID);
    }

    boolean noneValid() {
        return markets.stream().noneMatch(market -> market.book().read(view) == Condition.VALID);
    }

    FeedView line() {
        return feed.views().getFirst();
    }

    long nowNs() {
        return nowNs;
    }

    /// The venue, whose books are written down after whatever moves them.
    private final class Watched implements Face {
        @Override
        public void request(long exchange, HttpRequest request, String client, long atNs, Replies out) {
            face.request(exchange, request, client, atNs, out);
            remember();
        }

        @Override
        public void opened(int connection, HttpRequest upgrade, String client, long atNs, Replies out) {
            face.opened(connection, upgrade, client, atNs, out);
        }

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long atNs, Replies out) {
            face.frame(connection, buffer, offset, length, atNs, out);
            remember();
        }

        @Override
        public void closed(int connection, long atNs) {
            face.closed(connection, atNs);
        }

        @Override
        public long tick(long atNs, Replies out) {
            long nextNs = face.tick(atNs, out);
            remember();
            return nextNs;
        }

        private void remember() {
            for (int index = 0; index < theirs.size(); index++) {
                Market market = theirs.get(index);
                truth.get(index).computeIfAbsent(market.bookVersion(), version -> {
                    var words = new StringBuilder();
                    for (Side side : Side.values()) {
                        market.levels(side, LEVELS)
                                .forEach(level -> words.append(level.price())
                                        .append('x')
                                        .append(level.quantity())
                                        .append(' '));
                    }
                    return words.toString();
                });
            }
        }
    }
}
