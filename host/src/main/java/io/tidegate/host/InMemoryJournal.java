package io.tidegate.host;

import io.tidegate.host.InMemoryDisk.CommandEntry;
import io.tidegate.host.InMemoryDisk.Entry;
import io.tidegate.host.InMemoryDisk.RecordedEvent;
import io.tidegate.host.InMemoryDisk.SnapshotEntry;
import io.tidegate.host.InMemoryDisk.WakeEntry;
import io.tidegate.journal.ChainHash;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.Journal;
import io.tidegate.journal.LogReader;
import io.tidegate.journal.LogWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.agrona.DirectBuffer;

/// The journal in one thread on simulated time: the same [CoreHost] as in production, with every fault at hand.
///
/// Nothing happens by itself: [#step] puts what was offered into the log and applies it; faults are ordered by the
/// methods below the line. When the core dies its state is gone; log, recorded events and snapshots remain, and
/// [#restart] builds it anew from them as production does, with suppression and junction check. One owner thread for
/// the journal and all that it opened.
public final class InMemoryJournal implements Journal {
    private static final int OFFERED_MAX = 65_536;

    private final Machines machines;
    private final HostSettings settings;
    private final InMemoryDisk disk = new InMemoryDisk();
    private final ArrayDeque<DirectBuffer> offered = new ArrayDeque<>();
    private CoreHost host;
    private EventMark recorded = EventMark.START;
    private boolean isDown;
    private long eventsUntilCrash = Long.MAX_VALUE;
    private int offersToLose;
    private int offersToRepeat;
    private long stampShiftNs;
    private long readLimit = Long.MAX_VALUE;
    private long connectionCount = 1;
    private long imagePosition;

    /// @param machines gives a new state machine for each life of the core
    public InMemoryJournal(Machines machines, HostSettings settings) {
        this.machines = machines;
        this.settings = settings;
        this.host = CoreHost.of(machines, settings, this::record);
    }

    /// Puts all that was offered into the log, stamped with this time, and applies it; then what is due by itself.
    ///
    /// @param nowNs nanoseconds since 1970 UTC
    /// @return how many entries were applied; 0 while the core is down
    public int step(long nowNs) {
        long stampNs = nowNs + stampShiftNs;
        int count = 0;
        while (!isDown && !offered.isEmpty()) {
            enter(new CommandEntry(offered.remove(), stampNs));
            count++;
        }
        if (!isDown && host.nextDueNs() <= stampNs) {
            enter(new WakeEntry(stampNs));
            count++;
        }
        return count;
    }

    /// Puts one command into the log as if it had come by, to replay a log from elsewhere.
    public void enterCommand(DirectBuffer buffer, int offset, int length, long stampNs) {
        enter(new CommandEntry(InMemoryDisk.copy(buffer, offset, length), stampNs));
    }

    /// Puts a timer's entry into the log, to replay a log from elsewhere.
    public void enterWake(long stampNs) {
        enter(new WakeEntry(stampNs));
    }

    /// Takes a snapshot, from which the next [#restart] begins; does nothing while the core is down.
    public void snapshot() {
        if (!isDown) {
            disk.append(new SnapshotEntry(host.nowNs()));
            var chunks = new ArrayList<DirectBuffer>();
            host.snapshot((buffer, offset, length) -> chunks.add(InMemoryDisk.copy(buffer, offset, length)));
            disk.keep(chunks);
        }
    }

    /// When the core wants to be stepped by itself, nanoseconds since 1970 UTC; `Long.MAX_VALUE` for never.
    public long nextDueNs() {
        long dueNs = isDown ? Long.MAX_VALUE : host.nextDueNs();
        boolean isExtreme = dueNs == Long.MAX_VALUE || dueNs == Long.MIN_VALUE; // never, and at once: not times
        return isExtreme ? dueNs : dueNs - stampShiftNs;
    }

    /// The last event recorded.
    public EventMark recorded() {
        return recorded;
    }

    /// Shows every recorded event that is still kept, from the first on.
    public void forEachRecorded(LogReader.Handler handler) {
        for (var event : disk.events()) {
            handler.onEvent(
                    event.mark().position(), event.bytes(), 0, event.bytes().capacity());
        }
    }

    /// Forgets recorded events up to about that position, as retention does.
    public void purgeEventsBefore(long position) {
        disk.purgeEventsBefore(position);
    }

    @Override
    public LogWriter writer() {
        return new Writer();
    }

    @Override
    public LogReader reader(long fromPosition) {
        boolean isPurged = fromPosition >= FROM_START && fromPosition < disk.purgedTo();
        long position = fromPosition;
        if (fromPosition == FROM_NOW) {
            position = recorded.position();
        } else if (fromPosition == FROM_IMAGE || isPurged) {
            position = Math.max(imagePosition, disk.purgedTo());
        }
        return new InMemoryReader(disk, () -> readLimit, position, isPurged);
    }

    @Override
    public void close() {
        isDown = true;
    }

    private void enter(Entry entry) {
        disk.append(entry);
        run(() -> apply(entry));
    }

    private void apply(Entry entry) {
        switch (entry) {
            case CommandEntry command ->
                host.apply(command.bytes(), 0, command.bytes().capacity(), command.stampNs());
            case WakeEntry wake -> host.wake(wake.stampNs());
            case SnapshotEntry _ -> host.snapshot((buffer, offset, length) -> {}); // it has an effect on an image
        }
    }

    /// Runs the core until it has done that or dies of a crash that was ordered.
    private void run(Runnable work) {
        try {
            work.run();
            imagePosition = host.imagePosition();
        } catch (Crash _) {
            crash();
        }
    }

    private void start() {
        host = CoreHost.of(machines, settings, this::record);
        disk.snapshot().ifPresent(from -> from.chunks().forEach(chunk -> host.restore(chunk, 0, chunk.capacity())));
        var tail = disk.recordedTail();
        host.join(tail);
        recorded = tail.stopPosition() < host.mark().position() ? host.mark() : tail.last();
        isDown = false;
        run(() -> {
            disk.tail().forEach(this::apply);
            host.requireCaughtUp();
        });
    }

    private void record(long endPosition, DirectBuffer buffer, int offset, int length) {
        if (eventsUntilCrash == 0) {
            throw new Crash();
        }
        eventsUntilCrash--;
        var mark = new EventMark(endPosition, recorded.number() + 1, ChainHash.of(buffer, offset, length));
        disk.record(new RecordedEvent(recorded.position(), mark, InMemoryDisk.copy(buffer, offset, length)));
        recorded = mark;
    }

    // Faults.

    /// Lets the core die when it is about to record the next event but that many: 0 is the very next one. The entry
    /// that it is working on is in the log.
    public void crashAfter(long events) {
        eventsUntilCrash = events;
    }

    /// Lets the core die now. What was offered and is not in the log is lost.
    public void crash() {
        isDown = true;
        eventsUntilCrash = Long.MAX_VALUE;
        offered.clear();
    }

    public boolean isDown() {
        return isDown;
    }

    /// Builds the core anew from what is on disk; writers find a new connection.
    ///
    /// @throws Halt when that would write another history; it is down then
    public void restart() {
        crash();
        connectionCount++;
        try {
            start();
        } catch (Halt halt) {
            crash();
            throw halt;
        }
    }

    /// Cuts the connection: what was offered and is not in the log is lost; writers find a new connection.
    public void disconnect() {
        offered.clear();
        connectionCount++;
    }

    /// Swallows that many of the next offers.
    public void loseOffers(int count) {
        offersToLose = count;
    }

    /// Takes each of that many next offers twice.
    public void repeatOffers(int count) {
        offersToRepeat = count;
    }

    /// Lets readers see nothing beyond what is recorded now, until [#releaseReaders].
    public void holdReaders() {
        readLimit = recorded.position();
    }

    public void releaseReaders() {
        readLimit = Long.MAX_VALUE;
    }

    /// Shifts the stamps of the log against the caller's clock: a step of the wall clock, back if negative.
    public void shiftStampNs(long ns) {
        stampShiftNs += ns;
    }

    /// Loses the last recorded events, as a power failure does; the core is down afterwards.
    public void truncateEvents(int count) {
        crash();
        disk.truncateEvents(count);
    }

    /// Takes a snapshot that never becomes whole: the log says that one was taken, the disk does not have it.
    public void snapshotLost() {
        if (!isDown) {
            enter(new SnapshotEntry(host.nowNs()));
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crash() {
            super("the core dies here, as ordered", null, false, false);
        }
    }

    private final class Writer implements LogWriter {
        @Override
        public boolean offer(DirectBuffer buffer, int offset, int length) {
            if (isDown || offered.size() >= OFFERED_MAX) {
                return false;
            }
            if (offersToLose > 0) {
                offersToLose--;
                return true;
            }
            int times = offersToRepeat > 0 ? 2 : 1;
            offersToRepeat -= times - 1;
            for (int time = 0; time < times; time++) {
                offered.add(InMemoryDisk.copy(buffer, offset, length));
            }
            return true;
        }

        @Override
        public int poll(long nowNs) {
            return 0;
        }

        @Override
        public long connectionCount() {
            return connectionCount;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
