package io.tidegate.host;

import io.tidegate.host.Halt.Reason;
import io.tidegate.journal.ChainHash;
import io.tidegate.journal.EventMark;
import io.tidegate.model.event.Event;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.EventHeader;
import org.agrona.concurrent.UnsafeBuffer;

/// The event stream as it is written: numbers, hash chain, positions; and what is recorded already is not written
/// again.
///
/// ```text
///   snapshot            recorded tail            end of the log
/// ─────┬───────────────────────┬───────────────────────┬──▶ number
///      └ replayed, suppressed ─┴─ replayed, recorded ──┴─ live
///                              └ the junction: number and hash must agree
/// ```
///
/// While the log is replayed after a start, events up to the recorded tail are counted and hashed only. At the
/// tail the computed number and hash must be those recorded, else this is not the program that wrote the log. One
/// owner thread.
final class EventStream {
    private final int termBytes;
    private final EventOut out;
    private final EventCodec codec = new EventCodec();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventCodec.MAX_LENGTH]);
    private long position;
    private long number;
    private long hash;
    private EventMark tail = EventMark.START;

    EventStream(int termBytes, EventOut out) {
        this.termBytes = termBytes;
        this.out = out;
    }

    void restore(EventMark last) {
        position = last.position();
        number = last.number();
        hash = last.hash();
    }

    /// Says what is recorded already; to be called once, between restore and the first event.
    ///
    /// @throws Halt when the tail ends where we stand, but with another event
    void join(RecordedTail recorded) {
        tail = recorded.stopPosition() < position
                ? EventMark.START
                : recorded.last(); // a hole: nothing to compare with
        if (number > 0 && number == tail.number()) {
            checkJunction();
        } else if (tail.number() > 0 && number > tail.number()) {
            throw new Halt(
                    Reason.OTHER_HISTORY,
                    "event %d is recorded up to position %d, but the snapshot has event %d at position %d"
                            .formatted(tail.number(), recorded.stopPosition(), number, position));
        }
    }

    void write(long timeNs, long source, long sequence, int index, boolean image, Event event) {
        var header = new EventHeader(number + 1, hash, timeNs, source, sequence, index, image);
        int length = codec.encode(header, event, buffer, 0);
        number++;
        hash = ChainHash.of(buffer, 0, length);
        position = EventFraming.next(position, length, termBytes);
        if (number > tail.number()) {
            out.record(position, buffer, 0, length);
        } else if (number == tail.number()) {
            checkJunction();
        }
    }

    private void checkJunction() {
        if (hash != tail.hash()) {
            throw new Halt(
                    Reason.OTHER_HISTORY,
                    "same number, other content: event %d is recorded with hash %016x, this program makes %016x; the log was written by other code or rules"
                            .formatted(number, tail.hash(), hash));
        }
    }

    /// Whether everything recorded has been made again; before that nothing may be done live.
    boolean isCaughtUp() {
        return number >= tail.number();
    }

    /// @throws Halt when events are recorded whose commands the log does not have
    void requireCaughtUp() {
        if (!isCaughtUp()) {
            throw new Halt(
                    Reason.LOG_LOST,
                    "event %d is recorded, but the log ends at event %d: entries of the log were lost, or this program makes fewer events of it"
                            .formatted(tail.number(), number));
        }
    }

    EventMark mark() {
        return new EventMark(position, number, hash);
    }
}
