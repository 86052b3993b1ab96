package io.tidegate.app.record;

import io.tidegate.app.serve.Loop;
import io.tidegate.cluster.IdleProfile;
import io.tidegate.feeds.FeedView;
import io.tidegate.feeds.MarketFeed;
import io.tidegate.feeds.record.Recorder;
import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.capture.CaptureSettings;
import io.tidegate.market.capture.CaptureWriter;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.transport.vertx.EventLoops;
import io.tidegate.transport.vertx.VertxNetwork;
import io.tidegate.venues.binance.market.BinanceMarketSession;
import io.tidegate.venues.binance.market.MarketSettings;
import io.tidegate.venues.binance.market.MarketSymbols;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Records one venue's streams until it is closed. Threads: event loops for bytes, one loop for the feed, which keeps
/// the books too, one for the disk. Any thread may ask; one closes.
public final class RecordRun implements AutoCloseable {
    private final Recorder recorder;
    private final EventLoops eventLoops;
    private final Loop feedLoop;
    private final Loop diskLoop;
    private final MarketFeed feed;
    private final List<VenueInstrument> markets;
    private boolean isClosed;
    private long partsSeen = 1; // the feed asks for the first part's snapshots by itself

    private RecordRun(
            MarketSettings settings,
            List<Instrument> instruments,
            Path folder,
            CaptureSettings files,
            Loop.OnDeath onDeath)
            throws IOException {
        String about =
                String.join(",", instruments.stream().map(Instrument::symbol).toList());
        recorder = new Recorder(new CaptureWriter(folder, "binance", about, files));
        markets = instruments.stream().map(VenueInstrument::of).toList();
        eventLoops = new EventLoops(1);
        feed = new MarketFeed(new VertxNetwork(eventLoops), recorder, System.nanoTime());
        feed.add("binance", new BinanceMarketSession(settings, MarketSymbols.of(instruments), markets));
        diskLoop = Loop.start("recorder", IdleProfile.SHARED, recorder::poll, recorder::close, onDeath);
        feedLoop = Loop.start("feed", IdleProfile.SHARED, this::turn, feed::close, onDeath);
    }

    /// Begins.
    ///
    /// @param symbols such as `BTC/USDT`
    /// @param onDeath told when a loop dies, after which nothing more is recorded
    /// @throws IOException when the folder cannot be written to
    public static RecordRun binance(
            MarketSettings settings, List<String> symbols, Path folder, CaptureSettings files, Loop.OnDeath onDeath)
            throws IOException {
        var instruments = new ArrayList<Instrument>();
        for (String symbol : symbols) {
            // As fine as the venue writes them; a recording keeps the text anyway.
            instruments.add(new Instrument(instruments.size() + 1, symbol, AssetClass.SPOT, 1, 2, 8, 8));
        }
        return new RecordRun(settings, instruments, folder, files, onDeath);
    }

    /// A turn of the feed; a new file gets snapshots of all books, so that it can be replayed by itself.
    private int turn(long nowNs) {
        int work = feed.poll(nowNs);
        if (recorder.partsBegun() > partsSeen) {
            partsSeen = recorder.partsBegun();
            feed.askForSnapshots(nowNs);
        }
        return work;
    }

    /// How it goes.
    ///
    /// @param messages   written to files
    /// @param lost       given up because the disk was too slow
    /// @param files      begun
    /// @param validBooks how many books follow their venue now
    /// @param lines      the connections
    public record State(long messages, long lost, long files, int validBooks, List<FeedView> lines) {}

    public State state() {
        var view = new BookView(1);
        int valid = (int) markets.stream()
                .filter(market -> market.book().read(view) == Condition.VALID)
                .count();
        return new State(recorder.messagesKept(), recorder.messagesLost(), recorder.partsBegun(), valid, feed.views());
    }

    /// Ends the streams, writes what has come and closes the files.
    ///
    /// @return what has come in all
    public State end() {
        close();
        return state();
    }

    /// As [#end]; again does nothing.
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            feedLoop.close();
            diskLoop.close();
            eventLoops.close();
        }
    }
}
