package io.tidegate.cluster;

import io.aeron.Aeron;
import io.aeron.ChannelUri;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.aeron.archive.status.RecordingPos;
import io.aeron.logbuffer.BufferClaim;
import io.tidegate.cluster.EventRecordings.Recording;
import io.tidegate.host.EventOut;
import io.tidegate.host.Halt;
import io.tidegate.host.RecordedTail;
import java.util.Optional;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.CountersReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The event stream on its way into this member's archive, at the positions that the host has computed.
///
/// Continues the newest recording where it stops; if that lies before the host's position (a lost tail, or state
/// from another member), begins a new one there. The archive is the only subscriber, so that no reader can hold
/// up the core. Service thread only.
final class EventRecording implements EventOut, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecording.class);

    private final Aeron aeron;
    private final AeronArchive archive;
    private final IdleStrategy idle;
    private final int termBytes;
    private final BufferClaim claim = new BufferClaim();
    private Optional<ExclusivePublication> opened = Optional.empty();

    EventRecording(Aeron aeron, AeronArchive archive, IdleStrategy idle, int termBytes) {
        this.aeron = aeron;
        this.archive = archive;
        this.idle = idle;
        this.termBytes = termBytes;
    }

    /// Opens the stream and waits until it is being recorded.
    ///
    /// @param hostPosition where the host's state stands
    /// @return what is recorded already
    RecordedTail open(long hostPosition) {
        dropEmpty();
        var newest = EventRecordings.list(archive).newest();
        var tail = newest.map(recording -> new RecordedTailReader(archive, idle).read(recording));
        long from = hostPosition;
        if (newest.isPresent() && tail.isPresent() && tail.get().stopPosition() >= hostPosition) {
            from = tail.get().stopPosition();
            extend(newest.get(), from);
        } else {
            tail.ifPresent(lost -> LOG.warn(
                    "events are missing from position={} to position={}: the recording ends before the snapshot",
                    lost.stopPosition(),
                    hostPosition));
            begin(from);
        }
        LOG.info("events recordedTo={} hostAt={} recordings={}", from, hostPosition, EventRecordings.list(archive));
        return tail.orElse(RecordedTail.NONE);
    }

    /// A recording into which nothing was written says nothing about the events before it.
    private void dropEmpty() {
        for (var recording : EventRecordings.list(archive).oldestFirst()) {
            if (recording.isEmpty()) {
                archive.purgeRecording(recording.id());
            }
        }
    }

    private void extend(Recording recording, long from) {
        if (recording.termBytes() != termBytes) {
            throw new Halt(
                    Halt.Reason.RECORDING,
                    "events are recorded in terms of " + recording.termBytes() + " bytes, configured are " + termBytes);
        }
        var publication = publish(from, recording.initialTermId());
        archive.extendRecording(
                recording.id(), recorded(publication), EventStreamChannel.STREAM_ID, SourceLocation.LOCAL);
        await(publication);
    }

    private void begin(long from) {
        var publication = publish(from, 0);
        archive.startRecording(recorded(publication), EventStreamChannel.STREAM_ID, SourceLocation.LOCAL);
        await(publication);
    }

    private ExclusivePublication publish(long from, int initialTermId) {
        String uri = EventStreamChannel.uri(termBytes)
                .initialPosition(from, initialTermId, termBytes)
                .build();
        var publication = aeron.addExclusivePublication(uri, EventStreamChannel.STREAM_ID);
        opened = Optional.of(publication);
        return publication;
    }

    private String recorded(ExclusivePublication publication) {
        return ChannelUri.addSessionId(EventStreamChannel.uri(termBytes).build(), publication.sessionId());
    }

    private void await(ExclusivePublication publication) {
        CountersReader counters = aeron.countersReader();
        while (RecordingPos.findCounterIdBySession(counters, publication.sessionId(), archive.archiveId())
                        == CountersReader.NULL_COUNTER_ID
                || !publication.isConnected()) {
            archive.checkForErrorResponse();
            idle.idle();
        }
    }

    @Override
    public void record(long endPosition, DirectBuffer buffer, int offset, int length) {
        var publication = opened.orElseThrow(() -> new IllegalStateException("an event before the stream is open"));
        long result = publication.tryClaim(length, claim);
        while (result < 0) {
            if (result != Publication.BACK_PRESSURED && result != Publication.ADMIN_ACTION) {
                throw new Halt(Halt.Reason.RECORDING, Publication.errorString(result) + " at " + endPosition);
            }
            idle.idle();
            result = publication.tryClaim(length, claim);
        }
        if (result != endPosition) {
            claim.abort();
            throw new Halt(
                    Halt.Reason.OTHER_HISTORY, "an event came to end at " + result + ", expected " + endPosition);
        }
        claim.putBytes(buffer, offset, length).commit();
    }

    @Override
    public void close() {
        opened.ifPresent(CloseHelper::quietClose);
        CloseHelper.quietClose(archive);
    }
}
