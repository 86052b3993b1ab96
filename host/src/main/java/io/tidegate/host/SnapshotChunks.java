package io.tidegate.host;

import io.tidegate.wire.EventCodec;
import org.agrona.DirectBuffer;

/// Where a snapshot goes, chunk by chunk; each is at most [#LENGTH_MAX] bytes.
@FunctionalInterface
public interface SnapshotChunks {
    /// The longest chunk, bytes.
    int LENGTH_MAX = SnapshotWriter.PREFIX_BYTES + EventCodec.MAX_LENGTH;

    /// @param buffer valid during the call only
    void chunk(DirectBuffer buffer, int offset, int length);
}
