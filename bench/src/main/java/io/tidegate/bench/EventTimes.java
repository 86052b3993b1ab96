package io.tidegate.bench;

import io.tidegate.app.serve.WallClock;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.order.OrderStatus;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.agrona.collections.Long2LongHashMap;

/// Reads the event stream beside everybody else and takes the time of what matters to a client, as it is read.
///
/// A thread of its own; its histograms may be read once it is closed.
final class EventTimes implements AutoCloseable {
    private static final long PAUSE_NS = 20_000;
    private static final long LONGEST_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long UNKNOWN = -1;

    private final EventReader reader;
    private final long fromNs;
    private final Thread thread;
    private final Long2LongHashMap receivedNs = new Long2LongHashMap(UNKNOWN);
    private final Histogram toAckNs = new Histogram(LONGEST_NS, 3);
    private final Histogram fillToEventNs = new Histogram(LONGEST_NS, 3);
    private volatile boolean isClosed;

    /// @param fromNs orders received before this time do not count, nanoseconds since 1970 UTC
    EventTimes(Journal journal, long fromNs) {
        this.reader = EventReader.fromNow(journal);
        this.fromNs = fromNs;
        this.thread = Thread.ofPlatform().name("event-times").daemon().start(this::run);
    }

    private void run() {
        while (!isClosed) {
            if (reader.poll(System.nanoTime(), (position, header, event) -> take(event)) == 0) {
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
        reader.close();
    }

    private void take(Event event) {
        switch (event) {
            case ChildReady ready
            when ready.receivedNs() >= fromNs -> receivedNs.put(ready.childId(), ready.receivedNs());
            case ChildMoved moved
            when moved.from() == OrderStatus.SUBMITTED -> {
                long sinceNs = receivedNs.remove(moved.childId());
                if (sinceNs != UNKNOWN) {
                    toAckNs.recordValue(since(sinceNs));
                }
            }
            case FillBooked fill
            when fill.venueTimeNs() >= fromNs -> fillToEventNs.recordValue(since(fill.venueTimeNs()));
            default -> {} // nobody waits for it
        }
    }

    private static long since(long thenNs) {
        return Math.clamp(WallClock.nowNs() - thenNs, 0, LONGEST_NS);
    }

    /// From an order's receipt to the first word of the venue about it.
    Histogram toAckNs() {
        return toAckNs;
    }

    /// From the venue's own time of a fill, which is in whole milliseconds, to the event that books it.
    Histogram fillToEventNs() {
        return fillToEventNs;
    }

    /// Stops reading.
    @Override
    public void close() {
        isClosed = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
