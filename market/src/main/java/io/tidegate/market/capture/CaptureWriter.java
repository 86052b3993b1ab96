package io.tidegate.market.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/// Writes a recording, file after file. Blocks for the disk, so it has a thread of its own; time comes with the
/// messages.
public final class CaptureWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'.'SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String venue;
    private final String instruments;
    private final CaptureSettings settings;
    private final CRC32C crc = new CRC32C();
    private Optional<OutputStream> part = Optional.empty();
    private String series = "";
    private int partNumber;
    private long partBeganNs;
    private long partBytes;
    private long lines;

    /// @param folder      made if it is not there
    /// @param venue       one word
    /// @param instruments what the recording is about, without spaces
    public CaptureWriter(Path folder, String venue, String instruments, CaptureSettings settings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.venue = venue;
        this.instruments = instruments;
        this.settings = settings;
    }

    /// Whether the next message, if received then, begins another file.
    public boolean isPartOver(long receivedNs) {
        return part.isPresent()
                && (partBytes >= settings.partBytesMax() || receivedNs - partBeganNs >= settings.partNsMax());
    }

    /// Writes a message as it came.
    ///
    /// @param receivedNs nanoseconds since 1970 UTC
    /// @return whether a file was begun with it
    public boolean write(long receivedNs, byte[] message) throws IOException {
        boolean isFirst = part.isEmpty() || isPartOver(receivedNs);
        if (isFirst) {
            beginPart(receivedNs);
        }
        byte[] time = (receivedNs + " ").getBytes(StandardCharsets.US_ASCII);
        put(time);
        put(CaptureFormat.isPlain(message) ? message : CaptureFormat.encoded(message));
        put(new byte[] {'\n'});
        lines++;
        if (lines % settings.checkLines() == 0) {
            check();
        }
        return isFirst;
    }

    /// Notes that so many messages came which could not be kept.
    public void lost(long count) throws IOException {
        if (part.isPresent()) {
            put((CaptureFormat.LOST + count + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Writes the sums of all that stands before, and brings it to the disk.
    public void check() throws IOException {
        if (part.isPresent()) {
            put((CaptureFormat.CHECK + CaptureFormat.sums(lines, crc.getValue()) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            part.get().flush();
        }
    }

    private void beginPart(long receivedNs) throws IOException {
        endPart();
        String time = NAME_TIME.format(Instant.ofEpochSecond(0, receivedNs));
        if (partNumber == 0) {
            series = venue + "-" + time;
        }
        partNumber++;
        Path file = folder.resolve(series + "-" + String.format("%04d", partNumber) + CaptureFormat.EXTENSION);
        part = Optional.of(
                new GZIPOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER_BYTES, true));
        crc.reset();
        lines = 0;
        partBytes = 0;
        partBeganNs = receivedNs;
        put((CaptureFormat.HEAD + "venue=" + venue + " series=" + series + " part=" + partNumber + " instruments="
                        + instruments + "\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte[] bytes) throws IOException {
        part.orElseThrow().write(bytes);
        crc.update(bytes);
        partBytes += bytes.length;
    }

    private void endPart() throws IOException {
        if (part.isPresent()) {
            put((CaptureFormat.END + CaptureFormat.sums(lines, crc.getValue()) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            part.get().close();
            part = Optional.empty();
        }
    }

    /// Ends the recording; again does nothing.
    @Override
    public void close() throws IOException {
        endPart();
    }
}
