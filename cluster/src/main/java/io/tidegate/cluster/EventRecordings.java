package io.tidegate.cluster;

import io.aeron.Aeron;
import io.aeron.archive.client.AeronArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The recordings that together are the event stream, oldest first. There is a second one when events were lost: it
/// begins where the core's snapshot stood, and what lies between is a hole for everybody to see.
record EventRecordings(List<Recording> oldestFirst) {
    private static final int COUNT_MAX = 1_000;

    /// @param stopPosition where it ends; [Aeron#NULL_VALUE] while it is being written
    record Recording(
            long id, long startPosition, long stopPosition, int initialTermId, int termBytes, int segmentBytes) {
        boolean isActive() {
            return stopPosition == Aeron.NULL_VALUE;
        }

        boolean isEmpty() {
            return stopPosition == startPosition;
        }
    }

    static EventRecordings list(AeronArchive archive) {
        var found = new ArrayList<Recording>();
        archive.listRecordingsForUri(
                0,
                COUNT_MAX,
                EventStreamChannel.ALIAS,
                EventStreamChannel.STREAM_ID,
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
        return new EventRecordings(List.copyOf(found));
    }

    /// The one that is, or was last, written.
    Optional<Recording> newest() {
        return oldestFirst.isEmpty() ? Optional.empty() : Optional.of(oldestFirst.getLast());
    }

    /// The one in which the event behind that position is, or will be.
    Optional<Recording> covering(long position) {
        return oldestFirst.reversed().stream()
                .filter(recording -> recording.startPosition() <= position)
                .findFirst();
    }

    /// Where the next one begins, if there is one behind that position.
    Optional<Recording> next(long position) {
        return oldestFirst.stream()
                .filter(recording -> recording.startPosition() > position)
                .findFirst();
    }

    /// The first position that is still there.
    long startPosition() {
        return oldestFirst.isEmpty() ? 0 : oldestFirst.getFirst().startPosition();
    }
}
