package io.tidegate.host;

import io.tidegate.journal.EventMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// What survives the death of the core: the log, the recorded events, and the snapshots. One owner thread.
final class InMemoryDisk {
    private final ArrayList<Entry> log = new ArrayList<>();
    private final ArrayList<RecordedEvent> events = new ArrayList<>();
    private Optional<Snapshot> snapshot = Optional.empty();
    private long purgedTo;

    /// An entry of the log.
    sealed interface Entry {
        long stampNs();
    }

    record CommandEntry(DirectBuffer bytes, long stampNs) implements Entry {}

    record WakeEntry(long stampNs) implements Entry {}

    /// The place in the log at which a snapshot was taken, whether or not it survived.
    record SnapshotEntry(long stampNs) implements Entry {}

    /// @param startPosition where the event before it ends
    /// @param mark          where it ends, its number and hash
    record RecordedEvent(long startPosition, EventMark mark, DirectBuffer bytes) {}

    /// @param entryCount how many entries of the log, of those kept then, it stands for
    record Snapshot(int entryCount, List<DirectBuffer> chunks) {}

    static DirectBuffer copy(DirectBuffer buffer, int offset, int length) {
        var bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return new UnsafeBuffer(bytes);
    }

    void append(Entry entry) {
        log.add(entry);
    }

    void record(RecordedEvent event) {
        events.add(event);
    }

    /// Keeps a snapshot of all that is in the log; the entries before the one kept so far can go.
    void keep(List<DirectBuffer> chunks) {
        int covered = snapshot.map(Snapshot::entryCount).orElse(0);
        log.subList(0, covered).clear();
        snapshot = Optional.of(new Snapshot(log.size(), chunks));
    }

    Optional<Snapshot> snapshot() {
        return snapshot;
    }

    /// What must be replayed on top of the snapshot.
    List<Entry> tail() {
        return List.copyOf(log.subList(snapshot.map(Snapshot::entryCount).orElse(0), log.size()));
    }

    RecordedTail recordedTail() {
        return events.isEmpty()
                ? RecordedTail.NONE
                : new RecordedTail(
                        events.getLast().mark().position(), events.getLast().mark());
    }

    void truncateEvents(int count) {
        int kept = Math.max(0, events.size() - count);
        events.subList(kept, events.size()).clear();
    }

    void purgeEventsBefore(long position) {
        int index = indexBehind(position);
        if (index > 0) {
            purgedTo = events.get(index - 1).mark().position();
            events.subList(0, index).clear();
        }
    }

    /// Everything up to here has been purged.
    long purgedTo() {
        return purgedTo;
    }

    List<RecordedEvent> events() {
        return events;
    }

    /// Which of [#events] is the first that ends behind that position; their count when none does.
    int indexBehind(long position) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).mark().position() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
