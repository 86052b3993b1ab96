package io.tidegate.journal;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/// The 64-bit hash by which each event names the event before it: XXH64 with seed 0.
///
/// The chain is against accidents: another program's history, a mixed-up recording, a flipped bit. For that 64 well
/// mixed bits are enough, and a hash at memory speed costs an event of 200 bytes a few tens of nanoseconds, where a
/// cryptographic one would cost ten times that on the thread that everything waits for. Against a forger the audit
/// trail is sealed elsewhere (SPEC AUD-1). XXH64 has a frozen specification with published vectors
/// (github.com/Cyan4973/xxHash, doc/xxhash_spec.md), so that recordings can be verified by any other program;
/// CRC-32C is left to the archive's frames, since two checks of one kind would miss the same faults.
///
/// Written out here because the buffers are Agrona's: a library would bring its own memory access for sixty lines.
public final class ChainHash {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;
    private static final long LANE_1 = 0x60EA27EEADC0B5D6L; // PRIME_1 + PRIME_2, modulo 2^64
    private static final int STRIPE_BYTES = 32;

    private ChainHash() {}

    /// The hash of those bytes; any thread.
    public static long of(DirectBuffer buffer, int offset, int length) {
        int index = offset;
        int end = offset + length;
        long hash;
        if (length >= STRIPE_BYTES) {
            long lane1 = LANE_1;
            long lane2 = PRIME_2;
            long lane3 = 0;
            long lane4 = -PRIME_1;
            do {
                lane1 = round(lane1, word(buffer, index));
                lane2 = round(lane2, word(buffer, index + 8));
                lane3 = round(lane3, word(buffer, index + 16));
                lane4 = round(lane4, word(buffer, index + 24));
                index += STRIPE_BYTES;
            } while (index <= end - STRIPE_BYTES);
            hash = Long.rotateLeft(lane1, 1)
                    + Long.rotateLeft(lane2, 7)
                    + Long.rotateLeft(lane3, 12)
                    + Long.rotateLeft(lane4, 18);
            hash = merge(merge(merge(merge(hash, lane1), lane2), lane3), lane4);
        } else {
            hash = PRIME_5;
        }
        return mixed(tail(hash + length, buffer, index, end));
    }

    private static long tail(long start, DirectBuffer buffer, int from, int end) {
        long hash = start;
        int index = from;
        for (; index <= end - Long.BYTES; index += Long.BYTES) {
            hash = Long.rotateLeft(hash ^ round(0, word(buffer, index)), 27) * PRIME_1 + PRIME_4;
        }
        if (index <= end - Integer.BYTES) {
            long half = buffer.getInt(index, ByteOrder.LITTLE_ENDIAN) & 0xFFFF_FFFFL;
            hash = Long.rotateLeft(hash ^ (half * PRIME_1), 23) * PRIME_2 + PRIME_3;
            index += Integer.BYTES;
        }
        for (; index < end; index++) {
            hash = Long.rotateLeft(hash ^ ((buffer.getByte(index) & 0xFF) * PRIME_5), 11) * PRIME_1;
        }
        return hash;
    }

    private static long word(DirectBuffer buffer, int index) {
        return buffer.getLong(index, ByteOrder.LITTLE_ENDIAN);
    }

    private static long round(long lane, long word) {
        return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
    }

    private static long merge(long hash, long lane) {
        return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
    }

    private static long mixed(long start) {
        long hash = (start ^ (start >>> 33)) * PRIME_2;
        hash = (hash ^ (hash >>> 29)) * PRIME_3;
        return hash ^ (hash >>> 32);
    }
}
