package io.tidegate.host;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.tidegate.journal.EventMark;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/// The host's own counters, as they stand at the beginning of a snapshot.
///
/// @param termBytes     of the event stream; positions mean nothing with another
/// @param mark          the last event made
/// @param nowNs         the core's time
/// @param rulesVersion  under which the state machine stood
/// @param lastSource    the last source number given
/// @param isStorageLow  whether new orders are refused for want of room
/// @param imagePosition where the last complete image begins
record SnapshotHeader(
        int termBytes,
        EventMark mark,
        long nowNs,
        int rulesVersion,
        long lastSource,
        boolean isStorageLow,
        long imagePosition) {
    static final int LENGTH = 64;

    void write(MutableDirectBuffer buffer, int offset) {
        buffer.putInt(offset, termBytes, LITTLE_ENDIAN);
        buffer.putInt(offset + 4, rulesVersion, LITTLE_ENDIAN);
        buffer.putLong(offset + 8, mark.position(), LITTLE_ENDIAN);
        buffer.putLong(offset + 16, mark.number(), LITTLE_ENDIAN);
        buffer.putLong(offset + 24, mark.hash(), LITTLE_ENDIAN);
        buffer.putLong(offset + 32, nowNs, LITTLE_ENDIAN);
        buffer.putLong(offset + 40, lastSource, LITTLE_ENDIAN);
        buffer.putLong(offset + 48, imagePosition, LITTLE_ENDIAN);
        buffer.putLong(offset + 56, isStorageLow ? 1 : 0, LITTLE_ENDIAN);
    }

    static SnapshotHeader read(DirectBuffer buffer, int offset) {
        return new SnapshotHeader(
                buffer.getInt(offset, LITTLE_ENDIAN),
                new EventMark(
                        buffer.getLong(offset + 8, LITTLE_ENDIAN),
                        buffer.getLong(offset + 16, LITTLE_ENDIAN),
                        buffer.getLong(offset + 24, LITTLE_ENDIAN)),
                buffer.getLong(offset + 32, LITTLE_ENDIAN),
                buffer.getInt(offset + 4, LITTLE_ENDIAN),
                buffer.getLong(offset + 40, LITTLE_ENDIAN),
                buffer.getLong(offset + 56, LITTLE_ENDIAN) != 0,
                buffer.getLong(offset + 48, LITTLE_ENDIAN));
    }
}
