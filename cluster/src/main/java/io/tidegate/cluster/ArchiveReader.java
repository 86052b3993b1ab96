package io.tidegate.cluster;

import io.aeron.ChannelUri;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.status.RecordingPos;
import io.aeron.exceptions.AeronException;
import io.tidegate.cluster.NodeConnection.Live;
import io.tidegate.journal.EventsMissing;
import io.tidegate.journal.LogReader;
import java.util.Optional;
import org.agrona.CloseHelper;
import org.agrona.concurrent.status.CountersReader;

/// Reads recorded events by a replay that follows the recording as it grows. Never the live stream: a reader that
/// stands still there would stop the core (measured, DESIGN-NOTES §1.1). One owner thread.
final class ArchiveReader implements LogReader {
    private static final String CHANNEL = "aeron:ipc";
    private static final long LOOK_EVERY_NS = 20_000_000;

    private final NodeConnection connection;
    private final int streamId;
    private final boolean lostHistory;
    private long position;
    private Optional<Replay> replay = Optional.empty();
    private long lookAgainAtNs = System.nanoTime();
    private boolean isClosed;

    /// @param streamId of the replay; no other reader of the same process may use it
    ArchiveReader(NodeConnection connection, int streamId, long position, boolean lostHistory) {
        this.connection = connection;
        this.streamId = streamId;
        this.position = position;
        this.lostHistory = lostHistory;
    }

    /// One replay, which ends with the recording or with the node.
    private static final class Replay {
        final Live live;
        final Subscription subscription;
        final long recordingId;
        final long knownEnd;
        final int counterId;
        boolean hadImage;

        /// @param knownEnd where the recording ended when the replay was begun
        Replay(Live live, Subscription subscription, long recordingId, long knownEnd) {
            this.live = live;
            this.subscription = subscription;
            this.recordingId = recordingId;
            this.knownEnd = knownEnd;
            this.counterId = RecordingPos.findCounterIdByRecording(
                    live.aeron().countersReader(), recordingId, live.archive().archiveId());
        }

        boolean isOver() {
            return live.isDead() || subscription.isClosed() || (hadImage && subscription.hasNoImages());
        }

        /// Looks at the archive's counter in shared memory; asks nobody.
        long recordedPosition(long atLeast) {
            long end = Math.max(atLeast, knownEnd);
            if (counterId == CountersReader.NULL_COUNTER_ID || live.isDead()) {
                return end;
            }
            CountersReader counters = live.aeron().countersReader();
            return RecordingPos.isActive(counters, counterId, recordingId)
                    ? Math.max(end, counters.getCounterValue(counterId))
                    : end;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long recordedPosition() {
        return replay.map(now -> now.recordedPosition(position)).orElse(position);
    }

    @Override
    public boolean lostHistory() {
        return lostHistory;
    }

    @Override
    public int poll(Handler handler, int limitCount) {
        connection.watch();
        if (replay.isPresent() && replay.get().isOver()) {
            drop();
        }
        if (replay.isEmpty()) {
            look();
            return 0;
        }
        var now = replay.get();
        if (now.subscription.hasNoImages()) {
            return 0;
        }
        now.hadImage = true;
        Image image = now.subscription.imageAtIndex(0);
        return image.poll(
                (buffer, offset, length, header) -> {
                    position = header.position();
                    handler.onEvent(position, buffer, offset, length);
                },
                limitCount);
    }

    /// Begins a replay if there is something to read; looks at most every 20 ms, since it asks the archive.
    private void look() {
        long nowNs = System.nanoTime();
        if (isClosed || nowNs - lookAgainAtNs < 0) {
            return;
        }
        lookAgainAtNs = nowNs + LOOK_EVERY_NS;
        connection.live().ifPresent(live -> {
            try {
                open(live);
            } catch (AeronException failure) {
                connection.suspect(live, failure);
            }
        });
    }

    private void open(Live live) {
        var archive = live.archive();
        var recordings = EventRecordings.list(archive);
        recordings.covering(position).ifPresent(recording -> {
            long end = recording.isActive() ? archive.getRecordingPosition(recording.id()) : recording.stopPosition();
            if (end > position) {
                long session = archive.startReplay(recording.id(), position, Long.MAX_VALUE, CHANNEL, streamId);
                var channel = ChannelUri.addSessionId(CHANNEL, (int) session);
                replay = Optional.of(
                        new Replay(live, live.aeron().addSubscription(channel, streamId), recording.id(), end));
            } else if (!recording.isActive()) {
                recordings.next(position).ifPresent(next -> {
                    throw new EventsMissing(
                            position, "the recorded stream goes on at position " + next.startPosition());
                });
            }
        });
    }

    private void drop() {
        replay.ifPresent(now -> CloseHelper.quietClose(now.subscription));
        replay = Optional.empty();
    }

    @Override
    public void close() {
        isClosed = true;
        drop();
    }
}
