package io.tidegate.host;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.tidegate.journal.ChainHash;
import io.tidegate.model.event.Event;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.EventHeader;
import org.agrona.concurrent.UnsafeBuffer;

/// Writes a snapshot as a chain of chunks. One owner thread.
///
/// ```text
///   chunk:  kind int32 │ format int32 │ hash int64 │ content
///   kinds:  1 header (SnapshotHeader) · 2 line (an event, numbered from 1) · 3 end (count of lines, int64)
///   hash:   ChainHash of the whole chunk, with the hash of the chunk before (0 at first) in its place
/// ```
///
/// Little-endian. A flipped bit, a lost, doubled or swapped chunk and a missing end are all seen by the reader, each
/// before anything of the chunk is used.
final class SnapshotWriter {
    static final int FORMAT = 1;
    static final int KIND_HEADER = 1;
    static final int KIND_LINE = 2;
    static final int KIND_END = 3;
    static final int HASH_OFFSET = 8;
    static final int PREFIX_BYTES = 16;

    private final SnapshotChunks out;
    private final EventCodec codec = new EventCodec();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[PREFIX_BYTES + EventCodec.MAX_LENGTH]);
    private long hash;
    private long lineCount;

    SnapshotWriter(SnapshotChunks out) {
        this.out = out;
    }

    void header(SnapshotHeader header) {
        header.write(buffer, PREFIX_BYTES);
        put(KIND_HEADER, SnapshotHeader.LENGTH);
    }

    void line(Event line) {
        lineCount++;
        var header = new EventHeader(lineCount, 0, 0, 0, 0, 0, true);
        put(KIND_LINE, codec.encode(header, line, buffer, PREFIX_BYTES));
    }

    void end() {
        buffer.putLong(PREFIX_BYTES, lineCount, LITTLE_ENDIAN);
        put(KIND_END, Long.BYTES);
    }

    private void put(int kind, int contentLength) {
        buffer.putInt(0, kind, LITTLE_ENDIAN);
        buffer.putInt(4, FORMAT, LITTLE_ENDIAN);
        buffer.putLong(HASH_OFFSET, hash, LITTLE_ENDIAN);
        int length = PREFIX_BYTES + contentLength;
        hash = ChainHash.of(buffer, 0, length);
        buffer.putLong(HASH_OFFSET, hash, LITTLE_ENDIAN);
        out.chunk(buffer, 0, length);
    }
}
