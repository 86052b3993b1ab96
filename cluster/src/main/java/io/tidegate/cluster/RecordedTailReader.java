package io.tidegate.cluster;

import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.tidegate.cluster.EventRecordings.Recording;
import io.tidegate.host.Halt;
import io.tidegate.host.RecordedTail;
import io.tidegate.journal.ChainHash;
import io.tidegate.journal.EventMark;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.WireException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/// Finds the last recorded event, by reading the recording's last term. One owner thread.
final class RecordedTailReader {
    private static final int STREAM_ID = EventStreamChannel.STREAM_ID + 1;
    private static final int FRAGMENTS = 256;

    private final AeronArchive archive;
    private final IdleStrategy idle;
    private final EventCodec codec = new EventCodec();
    private EventMark last = EventMark.START;

    RecordedTailReader(AeronArchive archive, IdleStrategy idle) {
        this.archive = archive;
        this.idle = idle;
    }

    /// Blocks for as long as a term takes to read: milliseconds.
    RecordedTail read(Recording recording) {
        long stop = recording.stopPosition();
        long lastTerm = (stop - 1) & -(long) recording.termBytes();
        replay(recording.id(), Math.max(recording.startPosition(), lastTerm), stop);
        if (last.number() == 0) {
            replay(recording.id(), recording.startPosition(), stop); // a last term of padding only
        }
        return new RecordedTail(stop, last);
    }

    private void replay(long recordingId, long from, long stop) {
        try (Subscription subscription = archive.replay(recordingId, from, stop - from, "aeron:ipc", STREAM_ID)) {
            while (subscription.hasNoImages()) {
                archive.checkForErrorResponse();
                idle.idle();
            }
            var image = subscription.imageAtIndex(0);
            while (image.position() < stop) {
                int count = image.poll(
                        (buffer, offset, length, header) -> take(buffer, offset, length, header.position()), FRAGMENTS);
                if (count == 0 && image.isClosed()) {
                    throw new Halt(
                            Halt.Reason.RECORDING,
                            "recording " + recordingId + " could not be read beyond " + image.position() + " of "
                                    + stop);
                }
                if (count == 0) {
                    idle.idle();
                }
            }
        }
    }

    private void take(DirectBuffer buffer, int offset, int length, long position) {
        try {
            var header = codec.header(buffer, offset, length);
            last = new EventMark(position, header.number(), ChainHash.of(buffer, offset, length));
        } catch (WireException unreadable) {
            throw new Halt(
                    Halt.Reason.OTHER_HISTORY,
                    "the recorded event before position " + position + " cannot be read: " + unreadable.getMessage());
        }
    }
}
