package io.tidegate.transport.vertx;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// What event loops hand to the owner, in order, bounded by back-pressure: nothing is ever dropped.
///
/// Above the bound a producer stops reading its socket and leaves word to be woken; below a quarter of it the owner
/// wakes all of them. Beyond the bound lies at most what each connection had read already. Many producers, one owner.
final class Inbox<T extends Inbox.Arrival> {
    /// Fixed cost of an entry, so that tiny ones are bounded in number too.
    private static final long ENTRY_BYTES = 64;

    private final ManyToOneConcurrentLinkedQueue<T> arrivals = new ManyToOneConcurrentLinkedQueue<>();
    private final ManyToOneConcurrentLinkedQueue<Runnable> waiting = new ManyToOneConcurrentLinkedQueue<>();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final long maxBytes;

    /// Something that happened on an event loop.
    interface Arrival {
        /// How many bytes it keeps in memory, roughly.
        default int bytes() {
            return 0;
        }
    }

    Inbox(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Adds an arrival, always.
    ///
    /// @return whether there is room for more; if not, the producer stops reading and calls [#awaitRoom]
    boolean offer(T arrival) {
        arrivals.offer(arrival);
        return pendingBytes.addAndGet(arrival.bytes() + ENTRY_BYTES) < maxBytes;
    }

    boolean hasRoom() {
        return pendingBytes.get() < maxBytes;
    }

    /// Has `wake` called on the owner's thread once there is room again.
    void awaitRoom(Runnable wake) {
        waiting.offer(wake);
    }

    /// The next arrival, or null when there is none. Owner only.
    @Nullable
    T poll() {
        T arrival = arrivals.poll();
        long pending = arrival == null ? pendingBytes.get() : pendingBytes.addAndGet(-(arrival.bytes() + ENTRY_BYTES));
        if (pending <= maxBytes / 4 && !waiting.isEmpty()) {
            for (Runnable wake = waiting.poll(); wake != null; wake = waiting.poll()) {
                wake.run();
            }
        }
        return arrival;
    }
}
