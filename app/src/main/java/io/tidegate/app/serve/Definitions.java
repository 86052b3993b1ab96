package io.tidegate.app.serve;

import io.tidegate.api.books.Books;
import io.tidegate.app.config.Configuration;
import io.tidegate.app.config.GridSettings;
import io.tidegate.app.config.InstrumentSettings;
import io.tidegate.app.config.VenueSettings;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.journal.LogWriter;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.EventHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Tells the core at each start what the configuration says: a new incarnation first, then assets, instruments,
/// venue accounts, grids, limits. What the core knows already changes nothing. One thread, which it blocks.
final class Definitions implements AutoCloseable {
    private static final int ENDED_MAX = 1;
    private static final int WINDOW = 1_024;
    private static final long PAUSE_NS = 50_000;

    private final Configuration configuration;
    private final Books books = new Books(ENDED_MAX);
    private final LogWriter writer;
    private final CommandSender sender;
    private final EventReader reader;
    private final List<String> refused = new ArrayList<>();
    private final long deadlineNs;

    private Definitions(Configuration configuration, Journal journal, long nonce, Duration timeout) {
        this.configuration = configuration;
        this.writer = journal.writer();
        this.sender = new CommandSender("definitions", nonce, writer, WINDOW);
        this.reader = EventReader.resume(journal, EventMark.START);
        this.deadlineNs = System.nanoTime() + timeout.toNanos();
    }

    /// Sends them and waits until the core has taken them all.
    ///
    /// @throws IllegalStateException when the core refuses one, with all refusals, or does not answer in time
    static void send(Configuration configuration, Journal journal, long nonce, Duration timeout) {
        try (var definitions = new Definitions(configuration, journal, nonce, timeout)) {
            definitions.send();
        }
    }

    private void send() {
        tell(new StartIncarnation(WallClock.nowNs() / 1_000_000));
        configuration.instruments().stream()
                .flatMap(instrument -> Stream.of(instrument.base(), instrument.quote()))
                .distinct()
                .forEach(code -> tell(new DefineAsset(code)));
        configuration.instruments().stream().map(InstrumentSettings::definition).forEach(this::tell);
        configuration.venues().stream().map(VenueSettings::definition).forEach(this::tell);
        settle();
        for (VenueSettings venue : configuration.venues()) {
            for (GridSettings grid : venue.grids()) {
                tell(grid(venue, grid));
            }
        }
        for (SetLimits limits : configuration.limits()) {
            if (!books.listings().limits(limits.account()).equals(limits.limits())) {
                tell(limits);
            }
        }
        settle();
    }

    private SetGrid grid(VenueSettings venue, GridSettings grid) {
        int venueAccount = books.listings()
                .venue(venue.account(), venue.name())
                .orElseThrow()
                .venueAccount()
                .id();
        Instrument instrument = books.listings().instrument(grid.symbol()).orElseThrow();
        return new SetGrid(venueAccount, instrument.id(), grid.at(instrument.priceScale(), instrument.quantityScale()));
    }

    private void tell(Command command) {
        while (sender.send(command).isEmpty()) {
            turn();
        }
    }

    /// Waits until everything sent has been applied.
    private void settle() {
        while (!sender.isOpen() || sender.pendingCount() > 0) {
            turn();
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("the log refuses the configuration: " + String.join("; ", refused));
        }
    }

    private void turn() {
        if (System.nanoTime() - deadlineNs > 0) {
            throw new IllegalStateException("the log does not take the definitions in time");
        }
        if (sender.isDisplaced()) {
            throw new IllegalStateException("another process is starting on this log");
        }
        long nowNs = WallClock.nowNs();
        if (sender.poll(nowNs) + reader.poll(nowNs, (position, header, event) -> take(header, event)) == 0) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private void take(EventHeader header, Event event) {
        sender.onEvent(header, event);
        books.onEvent(header, event);
        if (event instanceof CommandRefused no
                && sender.source() != 0
                && header.source() == sender.source()
                && no.refusal().code() != RefusalCode.OUT_OF_SEQUENCE) {
            refused.add(no.refusal().toString());
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
