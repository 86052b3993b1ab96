package io.tidegate.cluster;

import io.aeron.FragmentAssembler;
import io.aeron.archive.Archive;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.ClusterActionRequestDecoder;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.cluster.codecs.TimerEventDecoder;
import io.aeron.driver.MediaDriver;
import io.aeron.logbuffer.FragmentHandler;
import io.tidegate.cluster.EventRecordings.Recording;
import io.tidegate.host.InMemoryJournal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/// The archive of a node that is not running: to read what it wrote, and to damage it.
final class StoppedArchive implements AutoCloseable {
    private static final int STREAM_ID = 9_999;

    private final ClusterConfig config;
    private final DataFolder folder;
    private final MediaDriver driver;
    private final Archive archive;
    private final AeronArchive client;

    StoppedArchive(ClusterConfig config) {
        var contexts = new AeronContexts(config, new Termination(NodeProcess.HALT));
        this.config = config;
        this.folder = DataFolder.lock(config.dataFolder());
        this.driver = MediaDriver.launch(contexts.driver());
        this.archive = TornTail.repairing(config.archiveFolder(), () -> Archive.launch(contexts.archive()));
        this.client = AeronArchive.connect(new AeronArchive.Context()
                .aeronDirectoryName(config.driverFolder().toString())
                .controlRequestChannel("aeron:ipc")
                .controlResponseChannel("aeron:ipc"));
    }

    /// Every recorded event with the position behind it, as text that can be compared.
    List<String> events() {
        var events = new ArrayList<String>();
        for (var recording : EventRecordings.list(client).oldestFirst()) {
            replay(
                    recording.id(),
                    recording.startPosition(),
                    recording.stopPosition(),
                    (buffer, offset, length, header) -> events.add(line(header.position(), buffer, offset, length)));
        }
        return events;
    }

    static String line(long position, DirectBuffer buffer, int offset, int length) {
        var bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return position + ":" + HexFormat.of().formatHex(bytes);
    }

    List<Recording> eventRecordings() {
        return EventRecordings.list(client).oldestFirst();
    }

    /// Loses the end of the event stream, as a power failure without a sync does.
    void truncateEvents(long position) {
        client.truncateRecording(
                EventRecordings.list(client).newest().orElseThrow().id(), position);
    }

    /// Puts the whole log, entry by entry, into a journal in memory.
    void replayLogInto(InMemoryJournal journal) {
        long recordingId;
        try (var log = new RecordingLog(config.clusterFolder().toFile(), false)) {
            recordingId = log.findLastTerm().recordingId;
        }
        replay(
                recordingId,
                0,
                client.getStopPosition(recordingId),
                new FragmentAssembler((buffer, offset, length, header) -> enter(buffer, offset, length, journal)));
    }

    private static void enter(DirectBuffer buffer, int offset, int length, InMemoryJournal journal) {
        var message = new MessageHeaderDecoder().wrap(buffer, offset);
        switch (message.templateId()) {
            case SessionMessageHeaderDecoder.TEMPLATE_ID -> {
                var session = new SessionMessageHeaderDecoder().wrapAndApplyHeader(buffer, offset, message);
                int header = AeronCluster.SESSION_HEADER_LENGTH;
                journal.enterCommand(buffer, offset + header, length - header, session.timestamp());
            }
            case TimerEventDecoder.TEMPLATE_ID ->
                journal.enterWake(new TimerEventDecoder()
                        .wrapAndApplyHeader(buffer, offset, message)
                        .timestamp());
            case ClusterActionRequestDecoder.TEMPLATE_ID -> journal.snapshot();
            default -> {
                // sessions and terms are the cluster's own affair
            }
        }
    }

    private void replay(long recordingId, long from, long to, FragmentHandler handler) {
        if (from == to) {
            return;
        }
        var idle = new SleepingMillisIdleStrategy(1);
        try (var subscription = client.replay(recordingId, from, to - from, "aeron:ipc", STREAM_ID)) {
            while (subscription.hasNoImages()) {
                idle.idle();
            }
            var image = subscription.imageAtIndex(0);
            while (image.position() < to) {
                if (image.poll(handler, 100) == 0 && image.isClosed()) {
                    throw new IllegalStateException("the replay ended at " + image.position() + " of " + to);
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
        archive.close();
        driver.close();
        folder.close();
    }
}
