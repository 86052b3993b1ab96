package io.tidegate.market.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads one file of a recording, ours or anybody's that has lines of `<received, ns> <message>`, gzip or not, and
/// checks
/// what can be checked: times that go back, lines that are none, and in ours the sums. One thread.
public final class CaptureReader implements AutoCloseable {
    private static final int PROBLEMS_MAX = 100;
    private static final int LINE_BYTES_MAX = 64 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);
    private final CRC32C crc = new CRC32C();
    private final List<String> problems = new ArrayList<>();
    private Optional<String> head = Optional.empty();
    private long lineNumber;
    private long messages;
    private long lastNs = Long.MIN_VALUE;
    private long problemCount;
    private boolean isEnded;

    /// @param receivedNs nanoseconds since 1970 UTC
    /// @param message    as it came
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record Line(long receivedNs, byte[] message) {}

    private CaptureReader(InputStream in) {
        this.in = in;
    }

    /// Opens a file.
    public static CaptureReader open(Path file) throws IOException {
        return new CaptureReader(openBytes(file));
    }

    /// The bytes of a file, unpacked if it is gzip.
    public static InputStream openBytes(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), 64 << 10);
        raw.mark(2);
        boolean isGzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return isGzip ? new BufferedInputStream(new GZIPInputStream(raw, 64 << 10), 64 << 10) : raw;
    }

    /// The next message; empty at the end.
    public Optional<Line> next() throws IOException {
        while (readLine()) {
            byte[] bytes = line.toByteArray();
            if (bytes.length > 0 && bytes[0] == CaptureFormat.OURS) {
                ours(new String(bytes, StandardCharsets.UTF_8));
                count(bytes);
            } else {
                count(bytes);
                if (bytes.length > 0) {
                    var found = theirs(bytes);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        if (head.isPresent() && !isEnded) {
            isEnded = true;
            problem("the file ends here without its closing line: the end of the recording is missing");
        }
        return Optional.empty();
    }

    private Optional<Line> theirs(byte[] bytes) {
        if (isEnded) {
            problem("there is a line behind the closing line");
        }
        messages++;
        long receivedNs = 0;
        int at = 0;
        while (at < bytes.length && at < 19 && bytes[at] >= '0' && bytes[at] <= '9') {
            receivedNs = 10 * receivedNs + (bytes[at] - '0');
            at++;
        }
        int from;
        if (at > 0 && at < bytes.length && bytes[at] == ' ' && receivedNs >= 0) {
            from = at + 1;
            if (receivedNs < lastNs) {
                problem("received at " + receivedNs + ", before the line above: " + lastNs);
            }
            lastNs = Math.max(lastNs, receivedNs);
        } else if (bytes[0] == '{') { // a message without its time
            from = 0;
            receivedNs = Math.max(0, lastNs);
        } else {
            problem("expected '<received, ns> <message>', found '" + shown(bytes) + "'");
            return Optional.empty();
        }
        byte[] message = new byte[bytes.length - from];
        System.arraycopy(bytes, from, message, 0, message.length);
        if (message.length > 0 && message[0] == CaptureFormat.ENCODED) {
            try {
                message = Base64.getDecoder()
                        .decode(new String(message, 1, message.length - 1, StandardCharsets.US_ASCII));
            } catch (IllegalArgumentException notEncoded) {
                problem("expected a message in Base64 behind '=': " + notEncoded.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(new Line(receivedNs, message));
    }

    private void ours(String text) {
        if (text.startsWith(CaptureFormat.HEAD) && lineNumber == 1) {
            head = Optional.of(text.substring(CaptureFormat.HEAD.length()));
        } else if (text.startsWith(CaptureFormat.CHECK)) {
            requireSums(text.substring(CaptureFormat.CHECK.length()));
        } else if (text.startsWith(CaptureFormat.END)) {
            requireSums(text.substring(CaptureFormat.END.length()));
            isEnded = true;
        } else if (text.startsWith(CaptureFormat.LOST)) {
            problem(text.substring(CaptureFormat.LOST.length()) + " messages came that could not be kept");
        } else {
            problem("no such line is known: '" + shown(text.getBytes(StandardCharsets.UTF_8)) + "'");
        }
    }

    private void requireSums(String sums) {
        String expected = CaptureFormat.sums(messages, crc.getValue());
        if (head.isPresent() && !sums.equals(expected)) {
            problem("since the beginning or the last such line something was changed, removed, doubled or moved: "
                    + "expected " + expected + ", found " + sums);
        }
    }

    private void count(byte[] bytes) {
        crc.update(bytes);
        crc.update('\n');
    }

    private boolean readLine() throws IOException {
        line.reset();
        try {
            int one = in.read();
            if (one < 0) {
                return false;
            }
            while (one >= 0 && one != '\n') {
                line.write(one);
                if (line.size() > LINE_BYTES_MAX) {
                    throw new IOException("line " + (lineNumber + 1) + " is longer than " + LINE_BYTES_MAX + " bytes");
                }
                one = in.read();
            }
            lineNumber++;
            return true;
        } catch (EOFException | ZipException broken) {
            lineNumber++;
            problem("cannot be unpacked any further: " + broken.getMessage());
            return false;
        }
    }

    private void problem(String what) {
        problemCount++;
        if (problems.size() < PROBLEMS_MAX) {
            problems.add("line " + lineNumber + ": " + what);
        }
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 60), StandardCharsets.UTF_8);
        return bytes.length > 60 ? text + "…" : text;
    }

    /// What stands in the first line of a recording of ours: `venue=… series=… part=… instruments=…`.
    public Optional<String> head() {
        return head;
    }

    /// One of the words there.
    public Optional<String> head(String word) {
        return head.stream()
                .flatMap(text -> List.of(text.split(" ", -1)).stream())
                .filter(part -> part.startsWith(word + "="))
                .map(part -> part.substring(word.length() + 1))
                .findFirst();
    }

    /// The line that was read last, from 1.
    public long lineNumber() {
        return lineNumber;
    }

    /// What was found wrong so far, at most the first 100, each with its line.
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public long problemCount() {
        return problemCount;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
