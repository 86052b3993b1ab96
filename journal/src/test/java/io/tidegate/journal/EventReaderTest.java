package io.tidegate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.EventHeader;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final long EVENT_BYTES = 100;
    private static final long NS_PER_MS = 1_000_000;

    private final Stream stream = new Stream();

    @Test
    void itHandsOutEventsInOrderAndKeepsItsMark() {
        stream.append(3);
        var reader = EventReader.resume(stream, EventMark.START);
        var numbers = new ArrayList<Long>();
        reader.poll(0, (position, header, event) -> numbers.add(header.number()));
        assertEquals(List.of(1L, 2L, 3L), numbers);
        assertEquals(new EventMark(3 * EVENT_BYTES, 3, stream.lastHash()), reader.mark());
    }

    @Test
    void aMissingEventStopsItAtThePositionBefore() {
        stream.append(3);
        stream.remove(1);
        var missing = assertThrows(EventsMissing.class, this::readAll);
        assertEquals(EVENT_BYTES, missing.position());
        assertThat(missing).hasMessageContaining("expected number 2").hasMessageContaining("found number 3");
    }

    @Test
    void anEventOfAnotherHistoryStopsIt() {
        stream.append(1);
        stream.appendAfter(12_345);
        assertThat(assertThrows(EventsMissing.class, this::readAll)).hasMessageContaining("0000000000003039");
    }

    @Test
    void bytesThatAreNoEventStopIt() {
        stream.append(1);
        stream.appendRaw(new UnsafeBuffer(new byte[7]));
        assertEquals(
                EVENT_BYTES, assertThrows(EventsMissing.class, this::readAll).position());
    }

    @Test
    void aReaderAtAMarkChecksItsFirstEventAgainstIt() {
        stream.append(2);
        var foreign = new EventMark(EVENT_BYTES, 1, 666);
        var reader = EventReader.resume(stream, foreign);
        assertThrows(EventsMissing.class, () -> reader.poll(0, (position, header, event) -> {}));
    }

    @Test
    void aReaderThatLostHistoryBeginsAtTheFirstEventItIsGiven() {
        stream.append(5);
        stream.remove(0);
        stream.remove(0);
        stream.lostHistory = true;
        var reader = EventReader.resume(stream, new EventMark(0, 0, 0));
        var numbers = new ArrayList<Long>();
        reader.poll(0, (position, header, event) -> numbers.add(header.number()));
        assertThat(reader.lostHistory()).isTrue();
        assertEquals(List.of(3L, 4L, 5L), numbers);
    }

    @Test
    void whileFarBehindItTakesFourHundredEventsAMillisecondAndNoMore() {
        stream.append(3_000);
        stream.behindBytes = 100 << 20;
        var reader = EventReader.resume(stream, EventMark.START);
        assertEquals(400, drain(reader, 5 * NS_PER_MS));
        assertEquals(0, drain(reader, 6 * NS_PER_MS - 1));
        assertEquals(400, drain(reader, 6 * NS_PER_MS));
        stream.behindBytes = 0;
        assertEquals(2_200, drain(reader, 6 * NS_PER_MS));
    }

    private static int drain(EventReader reader, long nowNs) {
        int sum = 0;
        for (int count = -1; count != 0; sum += count) {
            count = reader.poll(nowNs, (position, header, event) -> {});
        }
        return sum;
    }

    private void readAll() {
        drain(EventReader.resume(stream, EventMark.START), 0);
    }

    /// A stream in memory, each event of which counts as 100 bytes long.
    private static final class Stream implements Journal, LogReader {
        private record Entry(long position, DirectBuffer bytes) {}

        private final List<Entry> entries = new ArrayList<>();
        private final EventCodec codec = new EventCodec();
        private long number;
        private long hash;
        private long end;
        private long position;
        private long behindBytes;
        private boolean lostHistory;

        void append(int count) {
            for (int index = 0; index < count; index++) {
                appendAfter(hash);
            }
        }

        void appendAfter(long previousHash) {
            var buffer = new UnsafeBuffer(new byte[EventCodec.MAX_LENGTH]);
            number++;
            var header = new EventHeader(number, previousHash, 1, 0, 0, 0, false);
            int length = codec.encode(header, new HeartbeatSeen(), buffer, 0);
            hash = ChainHash.of(buffer, 0, length);
            appendRaw(new UnsafeBuffer(buffer, 0, length));
        }

        void appendRaw(DirectBuffer bytes) {
            end += EVENT_BYTES;
            entries.add(new Entry(end, bytes));
        }

        void remove(int index) {
            entries.remove(index);
        }

        long lastHash() {
            return hash;
        }

        @Override
        public LogWriter writer() {
            return new ScriptedWriter();
        }

        @Override
        public LogReader reader(long fromPosition) {
            position = fromPosition;
            return this;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public long recordedPosition() {
            return position + behindBytes;
        }

        @Override
        public boolean lostHistory() {
            return lostHistory;
        }

        @Override
        public int poll(Handler handler, int limitCount) {
            int count = 0;
            for (var entry : entries) {
                if (entry.position() > position && count < limitCount) {
                    position = entry.position();
                    count++;
                    handler.onEvent(position, entry.bytes(), 0, entry.bytes().capacity());
                }
            }
            return count;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
