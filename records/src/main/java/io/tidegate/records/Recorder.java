package io.tidegate.records;

import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.model.event.Event;
import io.tidegate.records.history.History;
import io.tidegate.records.store.Store;
import io.tidegate.wire.EventHeader;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the event stream and keeps its history.
///
/// ```text
///   events ──▶ rows ──commit──▶ database ──then──▶ mark ("read up to here")
/// ```
///
/// The mark is written after the rows. Killed in between, the recorder reads the same events again, and their rows
/// replace themselves. Without its folder it begins at the start of the stream, or where the stream's kept part begins,
/// and says which events it never saw. One thread.
public final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int ROWS_MAX = 20_000;
    private static final long COMMIT_EVERY_NS = 250_000_000;

    private final Store store;
    private final History history;
    private final MarkFile marks;
    private final EventReader reader;
    private final EventMark begunAt;
    private boolean isGapToTell;
    private EventMark committed;
    private long eventCount;
    private int uncommitted;
    private long commitAtNs;

    private Recorder(Store store, History history, MarkFile marks, EventReader reader, EventMark begunAt) {
        this.store = store;
        this.history = history;
        this.marks = marks;
        this.reader = reader;
        this.begunAt = begunAt;
        this.committed = begunAt;
        this.isGapToTell = reader.lostHistory();
    }

    /// Goes on where the folder's mark says, or begins.
    ///
    /// @param folder   holds the database and the mark; made when it is missing
    /// @param keepDays how long history is kept, from 1
    public static Recorder open(Path folder, int keepDays, Journal journal) {
        var store = Store.open(folder.resolve("database"));
        try {
            var marks = new MarkFile(folder.resolve("database").resolve("read-to"));
            var mark = marks.read().orElse(EventMark.START);
            LOG.info("history folder={} from event {}", folder, mark.number());
            var history = History.in(store, keepDays);
            return new Recorder(store, history, marks, EventReader.resume(journal, mark), mark);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /// Reads a bounded number of events, and commits now and then.
    ///
    /// @param nowNs nanoseconds of a clock that never goes back
    /// @return how many were read; 0 lets the caller idle
    public int poll(long nowNs) {
        int count = reader.poll(nowNs, (position, header, event) -> take(header, event));
        if (uncommitted > 0 && (uncommitted >= ROWS_MAX || nowNs - commitAtNs >= 0)) {
            commit();
        }
        if (uncommitted == 0) {
            commitAtNs = nowNs + COMMIT_EVERY_NS;
        }
        return count;
    }

    private void take(EventHeader header, Event event) {
        if (isGapToTell) {
            isGapToTell = false;
            LOG.warn(
                    "events {} to {} are gone from the stream and missing here",
                    begunAt.number() + 1,
                    header.number() - 1);
            history.lost(header, begunAt.number());
        }
        history.onEvent(header, event);
        eventCount++;
        uncommitted++;
    }

    /// Makes what was read durable; does nothing where it is.
    public void commit() {
        if (uncommitted > 0) {
            store.commit();
            committed = reader.mark();
            marks.write(committed);
            uncommitted = 0;
        }
    }

    /// The last event whose rows are in the database.
    public long committedNumber() {
        return committed.number();
    }

    /// How much of the stream is recorded and not read yet, in bytes.
    public long behindBytes() {
        return reader.behindBytes();
    }

    /// How many events this object has read.
    public long eventCount() {
        return eventCount;
    }

    /// The database, for questions; on this object's thread.
    public Store store() {
        return store;
    }

    /// Commits what was read and closes.
    @Override
    public void close() {
        try (store;
                reader) {
            commit();
        }
    }
}
