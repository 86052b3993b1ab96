package io.tidegate.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.tidegate.testkit.Laws;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainHashTest {
    /// The empty text, "a" and "abc" are published with every implementation (xxHash's own `xxhsum -H1`, seed 0).
    @ParameterizedTest
    @CsvSource({
        "'', ef46db3751d8e999",
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1"
    })
    void itIsXxh64(String text, String hash) {
        assertEquals(Long.parseUnsignedLong(hash, 16), hash(text.getBytes(StandardCharsets.US_ASCII), 0));
    }

    @Test
    void itDoesNotDependOnWhereTheBytesLie() {
        Laws.forAll(seed -> {
            var bytes = new byte[seed.count(300)];
            seed.random().nextBytes(bytes);
            assertEquals(hash(bytes, 0), hash(bytes, seed.intBetween(1, 50)));
        });
    }

    @Test
    void oneFlippedBitChangesIt() {
        Laws.forAll(seed -> {
            var bytes = new byte[seed.count(300) + 1];
            seed.random().nextBytes(bytes);
            long before = hash(bytes, 0);
            bytes[seed.random().nextInt(bytes.length)] ^=
                    (byte) (1 << seed.random().nextInt(8));
            assertNotEquals(before, hash(bytes, 0));
        });
    }

    private static long hash(byte[] bytes, int offset) {
        var buffer = new UnsafeBuffer(new byte[offset + bytes.length]);
        buffer.putBytes(offset, bytes);
        return ChainHash.of(buffer, offset, bytes.length);
    }
}
