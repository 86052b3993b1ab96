package io.tidegate.host;

import io.tidegate.host.InMemoryDisk.RecordedEvent;
import io.tidegate.journal.EventsMissing;
import io.tidegate.journal.LogReader;
import java.util.function.LongSupplier;

/// Reads what an [InMemoryJournal] has recorded, no further than its readers are let. One owner thread.
final class InMemoryReader implements LogReader {
    private final InMemoryDisk disk;
    private final LongSupplier limit;
    private final boolean lostHistory;
    private long position;

    InMemoryReader(InMemoryDisk disk, LongSupplier limit, long position, boolean lostHistory) {
        this.disk = disk;
        this.limit = limit;
        this.position = position;
        this.lostHistory = lostHistory;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long recordedPosition() {
        return Math.max(position, Math.min(disk.recordedTail().stopPosition(), limit.getAsLong()));
    }

    @Override
    public boolean lostHistory() {
        return lostHistory;
    }

    @Override
    public int poll(Handler handler, int limitCount) {
        int count = 0;
        for (int index = disk.indexBehind(position);
                count < limitCount && index < disk.events().size();
                index++) {
            RecordedEvent event = disk.events().get(index);
            if (event.startPosition() != position) {
                throw new EventsMissing(position, "the stream goes on at position " + event.startPosition());
            }
            if (event.mark().position() > limit.getAsLong()) {
                break;
            }
            position = event.mark().position();
            count++;
            handler.onEvent(position, event.bytes(), 0, event.bytes().capacity());
        }
        return count;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
