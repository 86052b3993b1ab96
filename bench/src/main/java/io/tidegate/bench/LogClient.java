package io.tidegate.bench;

import io.tidegate.cluster.ClusterJournal;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.Command;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.EventHeader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// One client of the log: sends with a window, and believes only what it reads back from the recorded stream. One
/// thread.
final class LogClient implements AutoCloseable {
    /// The window that `serve` uses too.
    static final int WINDOW = 4_096;

    private static final int ACCOUNTS = 4;
    private static final int REPORTS_PER_ORDER = 2;
    private static final long PAUSE_NS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ClusterJournal journal;
    private final CommandSender sender;
    private final EventReader reader;
    private final ArrayDeque<Command> reports = new ArrayDeque<>();
    private final List<String> refusals = new ArrayList<>(); // an exception out of the reader's handler would be lost
    private boolean isVenue;
    private int placed;
    private long accepted;
    private long ended;
    private long images;

    private LogClient(Path dataFolder) {
        this.journal = ClusterJournal.connect(dataFolder);
        this.sender = new CommandSender("bench", ThreadLocalRandom.current().nextLong(), journal.writer(), WINDOW);
        this.reader = EventReader.fromNow(journal);
    }

    /// Connects to a running node and sets its core up for orders.
    static LogClient of(Path dataFolder) {
        var client = new LogClient(dataFolder);
        client.tell(OrderFlow.setUp(nowNs(), ACCOUNTS));
        return client;
    }

    private static long nowNs() {
        return System.currentTimeMillis() * 1_000_000;
    }

    private void tell(Collection<Command> commands) {
        for (Command command : commands) {
            await(() -> sender.send(command).isPresent());
        }
        await(() -> sender.isOpen() && sender.pendingCount() == 0);
    }

    /// Places orders as fast as the window allows, for so long, and reads all of them back.
    ///
    /// @return seconds from the first order sent to the last one read back
    double placeFor(Duration burst) {
        isVenue = false;
        return orders(Long.MAX_VALUE, burst);
    }

    /// Lets orders live whole lives, for so long: each is acknowledged and filled as soon as it is handed out.
    ///
    /// @return seconds from the first order sent to the last end read back
    double liveFor(Duration burst) {
        return live(Long.MAX_VALUE, burst);
    }

    /// The same with a number of lives.
    double live(long count) {
        return live(count, Duration.ofDays(1));
    }

    private double live(long count, Duration atMost) {
        isVenue = true;
        return orders(count, atMost);
    }

    private double orders(long count, Duration atMost) {
        long target = count == Long.MAX_VALUE ? count : placed + count;
        long neverEnding = accepted - ended; // of a burst before
        long startNs = System.nanoTime();
        while (placed < target && System.nanoTime() - startNs < atMost.toNanos()) {
            turn(target);
        }
        await(() -> reports.isEmpty()
                && sender.pendingCount() == 0
                && accepted == placed
                && (!isVenue || ended == accepted - neverEnding));
        return (System.nanoTime() - startNs) / 1e9;
    }

    private void turn(long target) {
        while (!reports.isEmpty() && sender.send(reports.peek()).isPresent()) {
            reports.remove();
        }
        while (placed < target
                && reports.isEmpty()
                && sender.pendingCount() < (isVenue ? WINDOW / (1 + REPORTS_PER_ORDER) : WINDOW)
                && sender.send(OrderFlow.order(placed, nowNs(), ACCOUNTS)).isPresent()) {
            placed++;
        }
        if (poll() == 0) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private int poll() {
        long nowNs = System.nanoTime();
        int work = sender.poll(nowNs) + reader.poll(nowNs, (position, header, event) -> take(header, event));
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("refused: " + refusals.getFirst());
        }
        return work;
    }

    private void take(EventHeader header, Event event) {
        sender.onEvent(header, event);
        switch (event) {
            case OrderAccepted _ -> accepted++;
            case ChildReady child
            when isVenue -> reports.addAll(List.of(OrderFlow.acknowledgement(child), OrderFlow.fill(child)));
            case OrderMoved moved when moved.to() == OrderStatus.FILLED -> ended++;
            case ImageEnds _ -> images++;
            case OrderRefused refused -> refusals.add(refused.toString());
            case CommandRefused refused
            when refused.refusal().code() != RefusalCode.OUT_OF_SEQUENCE ->
                refusals.add(refused.toString()); // out of sequence is how a node asks for what its death lost
            default -> {} // follows from these
        }
    }

    private void await(BooleanSupplier condition) {
        long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            turn(placed);
            if (System.nanoTime() - startNs > PATIENCE.toNanos()) {
                throw new IllegalStateException("waited in vain: " + placed + " placed, " + accepted + " accepted, "
                        + ended + " ended, " + sender.pendingCount() + " under way, at " + reader.mark());
            }
        }
    }

    /// Places one order and waits until it is read back as accepted, however often the node dies meanwhile.
    void placeOne() {
        isVenue = false;
        long before = accepted;
        int number = placed++;
        await(() -> sender.send(OrderFlow.order(number, nowNs(), ACCOUNTS)).isPresent());
        await(() -> accepted > before);
    }

    /// Waits until the core has written another image of what stands, which follows a snapshot.
    void awaitImage() {
        long before = images;
        await(() -> images > before);
    }

    long accepted() {
        return accepted;
    }

    long ended() {
        return ended;
    }

    /// Bytes of the event stream up to the last event read, framing included.
    long eventBytes() {
        return reader.mark().position();
    }

    @Override
    public void close() {
        reader.close();
        journal.close();
    }
}
