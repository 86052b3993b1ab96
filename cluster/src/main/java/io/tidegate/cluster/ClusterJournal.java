package io.tidegate.cluster;

import io.aeron.AeronCounters;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.service.ClusterCounters;
import io.aeron.exceptions.AeronException;
import io.tidegate.cluster.NodeConnection.Live;
import io.tidegate.journal.Journal;
import io.tidegate.journal.LogReader;
import io.tidegate.journal.LogWriter;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.agrona.collections.MutableLong;
import org.agrona.concurrent.status.CountersReader;

/// The journal of a node on this machine, over shared memory: commands into its cluster, events out of its archive.
///
/// Outlives the node: when that is restarted, the ends connect again by themselves, writers count a new
/// connection and readers go on at their position. Opening ends is safe from any thread, and each end belongs to
/// the thread that uses it; control requests of readers share one archive session behind its lock, and happen
/// only when a replay begins. One journal per process is enough.
public final class ClusterJournal implements Journal {
    private static final int FIRST_REPLAY_STREAM_ID = 3_000;
    private static final long CONNECT_NS = 10_000_000_000L;
    private static final long PAUSE_NS = 1_000_000;

    private final NodeConnection connection;
    private final AtomicInteger replayStreamIds = new AtomicInteger(FIRST_REPLAY_STREAM_ID);

    private ClusterJournal(NodeConnection connection) {
        this.connection = connection;
    }

    /// Connects to the node of that data folder; blocks until its archive answers, 10 s at most.
    ///
    /// @throws IllegalStateException when no node answers
    public static ClusterJournal connect(Path dataFolder) {
        var journal = new ClusterJournal(new NodeConnection(ClusterConfig.driverFolder(dataFolder)));
        journal.await();
        return journal;
    }

    @Override
    public LogWriter writer() {
        return new IngressWriter(connection);
    }

    /// As stated there; blocks while the node is starting, 10 s at most.
    @Override
    public LogReader reader(long fromPosition) {
        long startNs = System.nanoTime();
        while (true) {
            long imagePosition = awaitCore();
            var live = await();
            try {
                return reader(fromPosition, imagePosition, live.archive());
            } catch (AeronException failure) {
                connection.suspect(live, failure);
                pause(startNs);
            }
        }
    }

    private LogReader reader(long fromPosition, long imagePosition, AeronArchive archive) {
        var recordings = EventRecordings.list(archive);
        long position = fromPosition;
        boolean isPurged = fromPosition >= FROM_START && fromPosition < recordings.startPosition();
        if (fromPosition == FROM_NOW) {
            position = recordedPosition(archive, recordings);
        } else if (fromPosition == FROM_IMAGE || isPurged) {
            position = Math.max(imagePosition, recordings.startPosition());
        }
        return new ArchiveReader(connection, replayStreamIds.getAndIncrement(), position, isPurged);
    }

    private static long recordedPosition(AeronArchive archive, EventRecordings recordings) {
        return recordings
                .newest()
                .map(recording ->
                        recording.isActive() ? archive.getRecordingPosition(recording.id()) : recording.stopPosition())
                .orElse(FROM_START);
    }

    /// Where the last complete image begins, as the core says; the beginning while it has written none. Empty
    /// while the core has not opened its event stream yet.
    OptionalLong imagePosition() {
        var found = new MutableLong(-1);
        CountersReader counters = counters();
        counters.forEach((id, typeId, key, label) -> {
            if (typeId == CoreService.IMAGE_POSITION_TYPE_ID) {
                found.set(counters.getCounterValue(id));
            }
        });
        return found.get() < 0 ? OptionalLong.empty() : OptionalLong.of(found.get());
    }

    /// What was lost and where an image is only known when the core has compared its state with the recordings.
    private long awaitCore() {
        long startNs = System.nanoTime();
        var position = imagePosition();
        while (position.isEmpty()) {
            pause(startNs);
            position = imagePosition();
        }
        return position.getAsLong();
    }

    /// Up to where the log is committed, bytes; 0 while there is no leader.
    long committedPosition() {
        CountersReader counters = counters();
        int id = ClusterCounters.find(counters, AeronCounters.CLUSTER_COMMIT_POSITION_TYPE_ID, 0);
        return id == CountersReader.NULL_COUNTER_ID ? 0 : counters.getCounterValue(id);
    }

    AeronArchive archive() {
        return await().archive();
    }

    CountersReader counters() {
        return await().aeron().countersReader();
    }

    private Live await() {
        long startNs = System.nanoTime();
        var live = connection.live();
        while (live.isEmpty()) {
            pause(startNs);
            live = connection.live();
        }
        return live.get();
    }

    private void pause(long startNs) {
        if (System.nanoTime() - startNs > CONNECT_NS || Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("no node answers at " + connection);
        }
        LockSupport.parkNanos(PAUSE_NS);
    }

    @Override
    public void close() {
        connection.close();
    }
}
