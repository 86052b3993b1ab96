package io.tidegate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.MarkSet;
import io.tidegate.wire.EventHeader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A gateway's stand-in: one sender that numbers its marks, and one reader that must see each of them once, in
/// order.
final class Client implements AutoCloseable {
    private static final int WINDOW = 1_024;
    private static final int RECENT = 1_000;

    private final ClusterJournal journal;
    private final CommandSender sender;
    private final EventReader reader;
    private final ArrayDeque<Event> recent = new ArrayDeque<>();
    private int sent;
    private int seen;
    private long eventCount;

    private Client(ClusterJournal journal, EventReader reader) {
        this.journal = journal;
        this.reader = reader;
        this.sender = new CommandSender("client", ThreadLocalRandom.current().nextLong(), journal.writer(), WINDOW);
    }

    /// Reads the whole history.
    static Client fromStart(Path dataFolder) {
        return from(dataFolder, EventMark.START);
    }

    static Client from(Path dataFolder, EventMark mark) {
        var journal = ClusterJournal.connect(dataFolder);
        return new Client(journal, EventReader.resume(journal, mark));
    }

    static Client fromNow(Path dataFolder) {
        var journal = ClusterJournal.connect(dataFolder);
        return new Client(journal, EventReader.fromNow(journal));
    }

    static Client fromImage(Path dataFolder) {
        var journal = ClusterJournal.connect(dataFolder);
        return new Client(journal, EventReader.fromImage(journal));
    }

    /// One turn; sends the next marks until that many have been sent in all.
    void turn(int untilSent) {
        while (sent < untilSent && sender.send(new SetMark(sent + 1, 1, 2, 0)).isPresent()) {
            sent++;
        }
        int work = sender.poll(System.nanoTime()) + reader.poll(System.nanoTime(), this::onEvent);
        if (work == 0) {
            LockSupport.parkNanos(50_000);
        }
    }

    private void onEvent(long position, EventHeader header, Event event) {
        sender.onEvent(header, event);
        eventCount++;
        recent.addLast(event);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
        boolean isMine = sender.isOpen() && header.source() == sender.source();
        if (isMine && header.index() == 0 && event instanceof MarkSet mark && mark.bid() == 1) {
            assertEquals(++seen, mark.instrument(), "each mark once and in order");
        }
    }

    /// Sends marks until that many have been sent and come back.
    void marks(int count) {
        await(() -> seen >= count, count);
    }

    /// Sends one command and waits until it has come back.
    void send(Command command) {
        long sequence = sender.send(command).orElseThrow();
        await(() -> sender.acknowledgedSequence() >= sequence);
    }

    /// Hands a command over without waiting for it.
    void hand(Command command) {
        sender.send(command).orElseThrow();
    }

    void await(BooleanSupplier condition) {
        await(condition, sent);
    }

    private void await(BooleanSupplier condition, int untilSent) {
        long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            turn(untilSent);
            if (System.nanoTime() - startNs > Duration.ofSeconds(30).toNanos()) {
                throw new AssertionError("waited in vain: sent " + sent + ", seen " + seen + ", acknowledged "
                        + sender.acknowledgedSequence() + ", open " + sender.isOpen() + ", at " + reader.mark()
                        + ", last " + recent.peekLast());
            }
        }
    }

    /// Reads on until there is nothing more.
    void readToEnd() {
        long target;
        do {
            target = journalEnd();
            long end = target;
            await(() -> reader.mark().position() >= end);
        } while (journalEnd() > target);
    }

    private long journalEnd() {
        try (var now = journal.reader(ClusterJournal.FROM_NOW)) {
            return now.position();
        }
    }

    /// The last thousand events read.
    Iterable<Event> recent() {
        return recent;
    }

    boolean hasSeen(Class<? extends Event> kind) {
        return recent.stream().anyMatch(kind::isInstance);
    }

    EventReader reader() {
        return reader;
    }

    ClusterJournal journal() {
        return journal;
    }

    int sent() {
        return sent;
    }

    int seen() {
        return seen;
    }

    long eventCount() {
        return eventCount;
    }

    @Override
    public void close() {
        reader.close();
        journal.close();
    }
}
