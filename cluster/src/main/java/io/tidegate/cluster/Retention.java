package io.tidegate.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.ArchiveException;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import io.tidegate.cluster.EventRecordings.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes out of the archive what no start and no reader needs: old snapshots, the log before the oldest kept one,
/// and events before the last image, the slowest registered reader and the configured size. Aeron removes nothing
/// by itself.
///
/// Segments are moved to the `purged` folder, not deleted (SPEC HA-4): a backup takes them from there. Caretaker
/// only.
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final AeronArchive archive;
    private final ClusterConfig config;

    Retention(AeronArchive archive, ClusterConfig config) {
        this.archive = archive;
        this.config = config;
    }

    /// The log position of the newest snapshot; 0 when there is none.
    long newestSnapshot() {
        try (var log = new RecordingLog(config.clusterFolder().toFile(), false)) {
            var newest = log.getLatestSnapshot(ConsensusModule.Configuration.SERVICE_ID);
            return newest == null ? 0 : newest.logPosition;
        }
    }

    /// Blocks on the archive, for milliseconds.
    ///
    /// @param imagePosition where the last complete image begins
    void run(long imagePosition) {
        try (var log = new RecordingLog(config.clusterFolder().toFile(), false)) {
            var positions = log.entries().stream()
                    .filter(entry -> entry.isValid && entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT)
                    .map(entry -> entry.logPosition)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (positions.size() > config.snapshotsKept()) {
                purgeSnapshots(log, positions.get(config.snapshotsKept() - 1));
            }
        }
        purgeEvents(imagePosition);
    }

    private void purgeSnapshots(RecordingLog log, long oldestKept) {
        for (var entry : log.entries()) {
            if (entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT && entry.logPosition < oldestKept) {
                find(entry.recordingId).forEach(this::purge);
            }
        }
        find(log.findLastTerm().recordingId).forEach(recording -> purgeBefore(recording, oldestKept));
    }

    private void purgeEvents(long imagePosition) {
        var recordings = EventRecordings.list(archive);
        if (recordings.newest().isEmpty()) {
            return;
        }
        var newest = recordings.newest().get();
        long end = newest.isActive() ? archive.getRecordingPosition(newest.id()) : newest.stopPosition();
        OptionalLong slowest = ReaderLimit.slowest(config.readersFolder());
        long keepFrom =
                Math.min(Math.min(end - config.eventBytesKept(), imagePosition), slowest.orElse(Long.MAX_VALUE));
        for (var recording : recordings.oldestFirst()) {
            if (!recording.isActive() && recording.stopPosition() <= keepFrom) {
                purge(recording);
            } else {
                purgeBefore(recording, keepFrom);
            }
        }
    }

    private List<Recording> find(long recordingId) {
        var found = new ArrayList<Recording>(1);
        archive.listRecording(
                recordingId,
                (session,
                        correlation,
                        id,
                        started,
                        stopped,
                        start,
                        stop,
                        term,
                        segmentBytes,
                        termBytes,
                        mtu,
                        sessionId,
                        stream,
                        stripped,
                        original,
                        source) -> found.add(new Recording(id, start, stop, term, termBytes, segmentBytes)));
        return found;
    }

    /// Moves the segments that lie wholly before a position.
    private void purgeBefore(Recording recording, long position) {
        if (position <= recording.startPosition()) {
            return;
        }
        long newStart = AeronArchive.segmentFileBasePosition(
                recording.startPosition(), position, recording.termBytes(), recording.segmentBytes());
        if (newStart <= recording.startPosition()) {
            return;
        }
        try {
            archive.detachSegments(recording.id(), newStart);
        } catch (ArchiveException inUse) { // a replay still reads there: the next time, then
            LOG.info("recordingId={} keepFrom={} not purged: {}", recording.id(), newStart, inUse.getMessage());
            return;
        }
        segments(recording.id(), newStart).forEach(this::move);
        LOG.info("recordingId={} purged from={} to={}", recording.id(), recording.startPosition(), newStart);
    }

    /// Takes a whole recording out; its bytes stay behind in the purged folder.
    private void purge(Recording recording) {
        try {
            segments(recording.id(), Long.MAX_VALUE).forEach(this::keep);
            archive.purgeRecording(recording.id());
            LOG.info("recordingId={} purged", recording.id());
        } catch (ArchiveException inUse) {
            LOG.info("recordingId={} not purged: {}", recording.id(), inUse.getMessage());
        }
    }

    /// The segment files of a recording that begin before a position; named by Aeron `<recording>-<position>.rec`.
    private List<Path> segments(long recordingId, long before) {
        String prefix = recordingId + "-";
        try (var files = Files.list(config.archiveFolder())) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(prefix)
                                && name.endsWith(".rec")
                                && Long.parseLong(name, prefix.length(), name.length() - ".rec".length(), 10) < before;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("segments of recording " + recordingId, e);
        }
    }

    private void move(Path segment) {
        try {
            Files.move(segment, target(segment));
        } catch (IOException e) {
            throw new UncheckedIOException("moving " + segment, e);
        }
    }

    private void keep(Path segment) {
        try {
            if (Files.notExists(target(segment))) {
                Files.createLink(target(segment), segment);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keeping " + segment, e);
        }
    }

    private Path target(Path segment) throws IOException {
        Files.createDirectories(config.purgedFolder());
        return config.purgedFolder().resolve(segment.getFileName());
    }
}
