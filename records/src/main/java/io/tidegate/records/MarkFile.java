package io.tidegate.records;

import io.tidegate.journal.EventMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the event stream has been read to, in a file of one line: position, number and hash.
final class MarkFile {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) ([0-9a-f]{16})\\n");

    private final Path file;

    MarkFile(Path file) {
        this.file = file;
    }

    /// The last mark written; empty when there is none that can be read.
    Optional<EventMark> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var line = LINE.matcher(Files.readString(file));
            return line.matches()
                    ? Optional.of(new EventMark(
                            Long.parseLong(line.group(1)),
                            Long.parseLong(line.group(2)),
                            Long.parseUnsignedLong(line.group(3), 16)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /// Replaces the mark; after a crash the file has the old one or the new one.
    void write(EventMark mark) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        String line = "%d %d %016x\n".formatted(mark.position(), mark.number(), mark.hash());
        try (var channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }
}
