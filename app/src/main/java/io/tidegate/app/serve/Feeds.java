package io.tidegate.app.serve;

import io.tidegate.app.config.Configuration;
import io.tidegate.app.config.GridSettings;
import io.tidegate.app.config.InstrumentSettings;
import io.tidegate.app.config.VenueSettings;
import io.tidegate.feeds.FeedView;
import io.tidegate.feeds.MarketFeed;
import io.tidegate.feeds.Recording;
import io.tidegate.gateway.marks.MarkSource;
import io.tidegate.market.book.BookView;
import io.tidegate.market.venue.ReferencePrice;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.transport.Network;
import io.tidegate.venues.binance.BinanceSite;
import io.tidegate.venues.binance.market.BinanceMarketSession;
import io.tidegate.venues.binance.market.MarketSettings;
import io.tidegate.venues.binance.market.MarketSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The market data of all configured venues: a connection to each site, a book for whatever is traded there.
///
/// One loop polls it; books are read by any thread, [#mark] by the gateway's alone.
public final class Feeds implements MarkSource, AutoCloseable {
    /// An older price is no reference: then the gateway asks the venue.
    private static final long MARK_AGE_MAX_NS = Duration.ofSeconds(5).toNanos();

    private static final int SYMBOLS_PER_CONNECTION = 300;

    private final MarketFeed feed;
    private final Map<String, List<VenueInstrument>> bySymbol = new HashMap<>(); // asked by name only
    private final BookView view = new BookView(1);

    /// @param network the feed's alone
    Feeds(Configuration configuration, Network network, long seed) {
        feed = new MarketFeed(network, Recording.NONE, seed);
        Map<BinanceSite, Set<String>> tradedAt = new LinkedHashMap<>(); // in the order of the configuration
        for (VenueSettings venue : configuration.venues()) {
            for (GridSettings grid : venue.grids()) {
                tradedAt.computeIfAbsent(venue.site(), _ -> new LinkedHashSet<>())
                        .add(grid.symbol());
            }
        }
        tradedAt.forEach((site, symbols) -> add(
                site,
                configuration.instruments().stream()
                        .filter(instrument -> symbols.contains(instrument.symbol()))
                        .toList()));
    }

    private void add(BinanceSite site, List<InstrumentSettings> traded) {
        for (int from = 0; from < traded.size(); from += SYMBOLS_PER_CONNECTION) {
            var markets = new ArrayList<VenueInstrument>();
            for (InstrumentSettings settings :
                    traded.subList(from, Math.min(from + SYMBOLS_PER_CONNECTION, traded.size()))) {
                var market = VenueInstrument.of(instrument(settings, markets.size() + 1));
                markets.add(market);
                bySymbol.computeIfAbsent(settings.symbol(), _ -> new ArrayList<>())
                        .add(market);
            }
            var symbols = MarketSymbols.of(
                    markets.stream().map(VenueInstrument::instrument).toList());
            feed.add(
                    "binance " + site.rest() + " " + (from / SYMBOLS_PER_CONNECTION + 1),
                    new BinanceMarketSession(MarketSettings.of(site), symbols, markets));
        }
    }

    /// The core gives the ids; here only symbol and scales count.
    private static Instrument instrument(InstrumentSettings of, int id) {
        return new Instrument(id, of.symbol(), of.assetClass(), 1, 2, of.priceScale(), of.quantityScale());
    }

    int poll(long nowNs) {
        return feed.poll(nowNs);
    }

    /// The first venue in the configuration's order that knows a price young enough.
    @Override
    public Optional<SetMark> mark(Instrument instrument, long nowNs) {
        for (VenueInstrument market : bySymbol.getOrDefault(instrument.symbol(), List.of())) {
            if (market.instrument().priceScale() == instrument.priceScale()) {
                var price = ReferencePrice.of(market, view, MARK_AGE_MAX_NS, nowNs);
                if (price.isPresent()) {
                    var found = price.get();
                    return Optional.of(
                            new SetMark(instrument.id(), found.bid(), found.ask(), found.last(), found.atNs()));
                }
            }
        }
        return Optional.empty();
    }

    /// What each venue shows of that instrument, in the order of the configuration. Any thread.
    public List<VenueInstrument> markets(String symbol) {
        return List.copyOf(bySymbol.getOrDefault(symbol, List.of()));
    }

    /// How each connection is. Any thread.
    public List<FeedView> views() {
        return feed.views();
    }

    @Override
    public void close() {
        feed.close();
    }
}
