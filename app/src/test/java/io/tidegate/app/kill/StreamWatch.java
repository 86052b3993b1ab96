package io.tidegate.app.kill;

import io.tidegate.cluster.ClusterJournal;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.EventsMissing;
import io.tidegate.model.event.Event;
import io.tidegate.wire.EventHeader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.collections.LongArrayList;

/// Reads the event stream of a `serve` from outside, from the very first event, and keeps each event's hash and
/// position. The reader underneath refuses an event whose number or chain is not what must follow.
///
/// One thread of its own; the others ask.
final class StreamWatch implements AutoCloseable {
    private static final long PAUSE_NS = 200_000;
    private static final long WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(60);

    private final Path dataFolder;
    private final LongArrayList hashes = new LongArrayList();
    private final LongArrayList positions = new LongArrayList();
    private final Thread thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::run);
    private Optional<Throwable> failure = Optional.empty();
    private volatile boolean isRenewed;
    private volatile boolean isStopped;

    private StreamWatch(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    static StreamWatch start(Path dataFolder) {
        var watch = new StreamWatch(dataFolder);
        watch.thread.start();
        return watch;
    }

    /// Has it connect anew and go on at the mark that it keeps, as a client does that was itself restarted.
    void renew() {
        isRenewed = true;
    }

    private void run() {
        try {
            var mark = EventMark.START;
            while (!isStopped) {
                isRenewed = false;
                mark = readOn(mark);
            }
        } catch (RuntimeException | Error broken) {
            synchronized (this) {
                failure = Optional.of(broken);
            }
        }
    }

    private EventMark readOn(EventMark from) {
        try (var journal = ClusterJournal.connect(dataFolder);
                var reader = EventReader.resume(journal, from)) {
            while (!isStopped && !isRenewed) {
                int count = reader.poll(System.nanoTime(), (_, header, event) -> take(reader.mark(), header, event));
                if (count == 0) {
                    LockSupport.parkNanos(PAUSE_NS);
                }
            }
            return reader.mark();
        } catch (EventsMissing hole) {
            throw hole;
        } catch (IllegalStateException noNode) {
            if (count() != from.number()) {
                throw noNode; // it had connected: this is no node that is just starting
            }
            return from;
        }
    }

    private synchronized void take(EventMark mark, EventHeader header, Event event) {
        hashes.addLong(mark.hash());
        positions.addLong(mark.position());
        if (header.number() != hashes.size()) {
            throw new IllegalStateException(
                    "event " + header.number() + " comes as the " + hashes.size() + "th: " + event);
        }
    }

    /// How many events it has read, which is the number of the last one.
    synchronized int count() {
        return hashes.size();
    }

    synchronized long hash(int number) {
        return hashes.getLong(number - 1);
    }

    /// The position behind that event.
    synchronized long position(int number) {
        return positions.getLong(number - 1);
    }

    private synchronized Optional<Throwable> failure() {
        return failure;
    }

    /// Waits until it has read so many.
    ///
    /// @throws AssertionError when it cannot: the stream is broken, or ends before
    void await(int count) {
        long startNs = System.nanoTime();
        while (count() < count) {
            failure().ifPresent(broken -> {
                throw new AssertionError("behind event " + count(), broken);
            });
            if (System.nanoTime() - startNs > WAIT_MAX_NS) {
                throw new AssertionError("read " + count() + " events, " + count + " expected");
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    @Override
    public void close() {
        isStopped = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
