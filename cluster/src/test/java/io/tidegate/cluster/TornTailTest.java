package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aeron.archive.Archive;
import io.aeron.archive.client.ArchiveException;
import io.aeron.driver.MediaDriver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A frame of the event stream that was being written when the machine died: its length is there, its end is not.
class TornTailTest {
    private static final int PAGE_BYTES = 4_096;
    private static final int HEADER_BYTES = 32;
    private static final int STREAM_ID_OFFSET = 16;
    private static final int TERM_OFFSET_OFFSET = 8;
    private static final int CHECKSUM_OFFSET = 24;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aFrameThatWasNeverWrittenWholeIsCutOffAndTheNodeGoesOn() throws Exception {
        try (var process = NodeProcess.start(folder, Long.MAX_VALUE / 2)) {
            try (var client = Client.fromStart(folder)) {
                client.marks(500);
            }
            process.kill();
        }
        tear(eventSegment());
        var contexts = new AeronContexts(Nodes.config(folder), new Termination(NodeProcess.HALT));
        try (var _ = DataFolder.lock(folder);
                var _ = MediaDriver.launch(contexts.driver())) {
            var refusal = assertThrows(ArchiveException.class, () -> Archive.launch(contexts.archive()));
            assertThat(refusal).hasMessageContaining("incomplete last fragment");
        }
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(100);
            assertThat(client.eventCount()).isGreaterThanOrEqualTo(1_200);
        }
    }

    private Path eventSegment() throws IOException {
        try (var files = Files.list(folder.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".rec"))
                    .filter(file -> read(file, 0).getInt(STREAM_ID_OFFSET) == EventStreamChannel.STREAM_ID)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void tear(Path segment) throws IOException {
        int end = 0;
        for (int length = read(segment, 0).getInt(0);
                length != 0;
                length = read(segment, end).getInt(0)) {
            end += (length + HEADER_BYTES - 1) & -HEADER_BYTES;
        }
        int page = (end / PAGE_BYTES + 1) * PAGE_BYTES;
        var frame = ByteBuffer.allocate(page - end).order(ByteOrder.LITTLE_ENDIAN);
        while (frame.hasRemaining()) {
            frame.put((byte) 0x55);
        }
        frame.put(0, read(segment, 0).array(), 0, Math.min(HEADER_BYTES, frame.capacity()));
        frame.putInt(0, page - end + 512);
        frame.putInt(TERM_OFFSET_OFFSET, end);
        frame.putInt(CHECKSUM_OFFSET, 666);
        try (var channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            channel.write(frame.clear(), end);
        }
    }

    private static ByteBuffer read(Path file, long offset) {
        var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (var channel = FileChannel.open(file)) {
            channel.read(header, offset);
            return header.clear();
        } catch (IOException e) {
            throw new AssertionError("reading " + file, e);
        }
    }
}
