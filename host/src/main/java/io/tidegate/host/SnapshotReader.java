package io.tidegate.host;

import static io.tidegate.host.SnapshotWriter.HASH_OFFSET;
import static io.tidegate.host.SnapshotWriter.KIND_END;
import static io.tidegate.host.SnapshotWriter.KIND_HEADER;
import static io.tidegate.host.SnapshotWriter.KIND_LINE;
import static io.tidegate.host.SnapshotWriter.PREFIX_BYTES;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.tidegate.host.Halt.Reason;
import io.tidegate.journal.ChainHash;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.WireException;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// Reads what [SnapshotWriter] wrote, and trusts nothing of it. The last bytes cannot be checked by a later
/// chunk: the end says how many lines there must be. One owner thread.
final class SnapshotReader {
    private final EventCodec codec = new EventCodec();
    private final UnsafeBuffer chunk = new UnsafeBuffer(new byte[SnapshotChunks.LENGTH_MAX]);
    private Optional<SnapshotHeader> header = Optional.empty();
    private long hash;
    private long lineCount;
    private boolean isComplete;

    /// Takes the next chunk and hands on the line in it, if it is one.
    ///
    /// @return true with the last chunk
    boolean take(DirectBuffer buffer, int offset, int length, HostSettings settings, EventSink lines) {
        if (isComplete || length < PREFIX_BYTES + Long.BYTES || length > SnapshotChunks.LENGTH_MAX) {
            throw damaged(isComplete ? "a chunk behind the end" : "a chunk of " + length + " bytes");
        }
        chunk.putBytes(0, buffer, offset, length);
        int format = chunk.getInt(4, LITTLE_ENDIAN);
        if (format != SnapshotWriter.FORMAT) {
            throw damaged("format " + format + ", this program reads " + SnapshotWriter.FORMAT);
        }
        long stated = chunk.getLong(HASH_OFFSET, LITTLE_ENDIAN);
        chunk.putLong(HASH_OFFSET, hash, LITTLE_ENDIAN);
        hash = ChainHash.of(chunk, 0, length);
        if (stated != hash) {
            throw damaged("behind %d lines a chunk with hash %016x, expected %016x".formatted(lineCount, stated, hash));
        }
        int kind = chunk.getInt(0, LITTLE_ENDIAN);
        int contentLength = length - PREFIX_BYTES;
        if (header.isEmpty()) {
            takeHeader(kind, contentLength, settings);
        } else if (kind == KIND_LINE) {
            lineCount++;
            lines.emit(line(contentLength));
        } else if (kind == KIND_END && chunk.getLong(PREFIX_BYTES, LITTLE_ENDIAN) == lineCount) {
            isComplete = true;
        } else {
            throw damaged("chunk of kind " + kind + " behind " + lineCount + " lines");
        }
        return isComplete;
    }

    private void takeHeader(int kind, int length, HostSettings settings) {
        if (kind != KIND_HEADER || length != SnapshotHeader.LENGTH) {
            throw damaged("it begins with a chunk of kind " + kind + " and " + length + " bytes");
        }
        var found = SnapshotHeader.read(chunk, PREFIX_BYTES);
        if (found.termBytes() != settings.termBytes()) {
            throw damaged("event terms of " + found.termBytes() + " bytes, configured are " + settings.termBytes());
        }
        if (!settings.reproduces(found.rulesVersion())) {
            throw new Halt(
                    Reason.RULES,
                    "the snapshot was written under rules %d; this program reproduces %d to %d. Start the version that wrote it, activate newer rules, take a snapshot, then upgrade"
                            .formatted(found.rulesVersion(), settings.rulesOldest(), settings.rulesNewest()));
        }
        header = Optional.of(found);
    }

    private Event line(int length) {
        try {
            return codec.decode(chunk, PREFIX_BYTES, length);
        } catch (WireException unreadable) {
            throw damaged("line " + lineCount + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Halt damaged(String what) {
        return new Halt(Reason.SNAPSHOT, what);
    }

    /// Whether a snapshot was begun and not ended.
    boolean isHalfRead() {
        return header.isPresent() && !isComplete;
    }

    SnapshotHeader header() {
        return header.orElseThrow(() -> damaged("no header yet"));
    }
}
