package io.tidegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    @Test
    void onlyItsLastChunkMakesASnapshotWhole() {
        Laws.forAll(seed -> {
            var chunks = snapshot(seed);
            var host = newHost();
            for (var chunk : chunks.subList(0, chunks.size() - 1)) {
                assertFalse(host.restore(chunk, 0, chunk.capacity()));
            }
            assertEquals(
                    Halt.Reason.SNAPSHOT,
                    assertThrows(Halt.class, () -> host.join(RecordedTail.NONE)).reason());
            assertTrue(host.restore(chunks.getLast(), 0, chunks.getLast().capacity()));
        });
    }

    @Test
    void aDamagedSnapshotIsNeverRestored() {
        Laws.forAll(seed -> {
            var chunks = snapshot(seed);
            int index = seed.random().nextInt(chunks.size());
            switch (seed.intBetween(0, 3)) {
                case 0 -> chunks.remove(index);
                case 1 -> chunks.add(index, chunks.get(index));
                case 2 -> chunks.set(index, flipped(chunks.get(index), seed));
                default -> chunks.add(chunks.getLast());
            }
            var halt = assertThrows(Halt.class, () -> {
                var host = newHost();
                chunks.forEach(chunk -> host.restore(chunk, 0, chunk.capacity()));
                host.join(RecordedTail.NONE);
            });
            assertEquals(Halt.Reason.SNAPSHOT, halt.reason());
        });
    }

    @Test
    void aSnapshotOfARestoredHostIsTheSame() {
        Laws.forAll(seed -> {
            var chunks = snapshot(seed);
            var host = newHost();
            chunks.forEach(chunk -> host.restore(chunk, 0, chunk.capacity()));
            assertEquals(chunks, chunks(host));
        });
    }

    private static List<DirectBuffer> snapshot(Seed seed) {
        var host = newHost();
        host.join(RecordedTail.NONE);
        for (var step : Script.random(seed)) {
            if (step instanceof Script.Enter enter) {
                host.apply(enter.bytes(), 0, enter.bytes().capacity(), enter.stampNs());
            }
        }
        return chunks(host);
    }

    private static CoreHost newHost() {
        return new CoreHost(new ToyMachine(), Script.SETTINGS, (end, buffer, offset, length) -> {});
    }

    private static List<DirectBuffer> chunks(CoreHost host) {
        var chunks = new ArrayList<DirectBuffer>();
        host.snapshot((buffer, offset, length) -> chunks.add(InMemoryDisk.copy(buffer, offset, length)));
        return chunks;
    }

    private static DirectBuffer flipped(DirectBuffer chunk, Seed seed) {
        var copy = new UnsafeBuffer(new byte[chunk.capacity()]);
        copy.putBytes(0, chunk, 0, chunk.capacity());
        int index = seed.random().nextInt(chunk.capacity());
        copy.putByte(index, (byte) (copy.getByte(index) ^ (1 << seed.random().nextInt(8))));
        return copy;
    }
}
