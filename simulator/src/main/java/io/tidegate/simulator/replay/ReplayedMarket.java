package io.tidegate.simulator.replay;

import io.tidegate.simulator.venue.Listing;
import io.tidegate.simulator.venue.Market;
import io.tidegate.simulator.venue.Participant;
import io.tidegate.simulator.venue.SimulatedVenue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Plays a recording on a venue: everything happens with the distances in time that it had, or faster. When the
/// recording is over, the book stands still.
public final class ReplayedMarket implements Participant, AutoCloseable {
    /// So much is done in a turn, so that requests are answered while a fast replay goes on.
    private static final int TURN_MAX = 500;

    private final Recording recording;
    private final double speed;
    private final Map<String, RecordedBook> books = new HashMap<>(); // by the venue's symbol; looked up, never iterated
    private long startNs = Long.MIN_VALUE;
    private long recordedStartNs;
    private long playedCount;

    private ReplayedMarket(Recording recording, double speed) {
        this.recording = recording;
        this.speed = speed;
    }

    /// The usual listings that a folder has recordings of, around the prices that it begins with.
    ///
    /// @throws IOException when there is none, or it cannot be read; says why
    public static List<Listing> listings(Path folder) throws IOException {
        var middles = Recording.middles(folder);
        var listings = new ArrayList<Listing>();
        for (Listing usual : Listing.usual()) {
            BigDecimal middle = middles.get(usual.base().code() + usual.quote().code());
            if (middle != null) {
                long price = usual.instrument()
                        .price(middle.setScale(2, RoundingMode.DOWN).toPlainString());
                listings.add(usual.around(price - price % usual.grid().tick()));
            }
        }
        if (listings.isEmpty()) {
            throw new IOException(folder + " has recordings of " + middles.keySet() + ", and of none of the venue's: "
                    + Listing.usual().stream().map(l -> l.instrument().symbol()).toList());
        }
        return listings;
    }

    /// Lets a recording be the market of a venue, from the first tick on.
    ///
    /// @param venue lists what [#listings] says
    /// @param speed how many seconds of the recording pass in one, more than 0
    /// @throws IOException when it cannot be read
    public static ReplayedMarket admit(SimulatedVenue venue, Path folder, double speed) throws IOException {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a replay at speed " + speed);
        }
        var replayed = new ReplayedMarket(Recording.open(folder), speed);
        var quoting = venue.openHouse("recorded quotes");
        var taking = venue.openHouse("recorded takers");
        for (Market market : venue.markets()) {
            replayed.books.put(
                    market.base().code() + market.quote().code(), new RecordedBook(venue, market, quoting, taking));
        }
        venue.admit(replayed);
        return replayed;
    }

    /// How many messages were played.
    public long playedCount() {
        return playedCount;
    }

    /// Whether the recording is over.
    public boolean isOver() {
        return recording.peek().isEmpty();
    }

    @Override
    public long act(SimulatedVenue venue, long nowNs) {
        for (int done = 0; done < TURN_MAX; done++) {
            var next = recording.peek();
            if (next.isEmpty()) {
                return Long.MAX_VALUE;
            }
            if (startNs == Long.MIN_VALUE) {
                startNs = nowNs;
                recordedStartNs = next.get().receivedNs();
            }
            long dueNs = startNs + (long) ((next.get().receivedNs() - recordedStartNs) / speed);
            if (dueNs > nowNs) {
                return dueNs;
            }
            play(next.get(), nowNs);
        }
        return nowNs;
    }

    private void play(Recorded message, long nowNs) {
        var book = books.get(message.symbol());
        if (book != null) {
            switch (message.kind()) {
                case SNAPSHOT -> book.snapshot(message.data(), nowNs);
                case DIFFERENCE -> book.difference(message.data(), nowNs);
                case BEST -> book.best(message.data(), nowNs);
                case TRADE -> book.trade(message.data(), nowNs);
            }
        }
        playedCount++;
        try {
            recording.skip();
        } catch (IOException broken) {
            throw new UncheckedIOException("the recording breaks off", broken);
        }
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}
