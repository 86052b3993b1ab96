package io.tidegate.market.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
    @TempDir
    private Path folder = Path.of("");

    private record Read(List<String> messages, List<String> problems) {}

    @Test
    void whatIsReadIsWhatWasWrittenOverAllParts() {
        Laws.forAll(seed -> {
            var written = messages(seed);
            var files = write(seed, written, new CaptureSettings(1 + seed.longBetween(1, 3_000), 1_000_000, 5));
            var read = new ArrayList<String>();
            for (Path file : files) {
                var part = read(file);
                assertThat(part.problems()).isEmpty();
                read.addAll(part.messages());
            }
            assertThat(read).isEqualTo(written);
            assertThat(files.size()).isLessThanOrEqualTo(written.size());
        });
    }

    @Test
    void aLineRemovedDoubledOrMovedIsNoticed() {
        Laws.forAll(seed -> {
            var written = messages(seed);
            written.add("behind");
            var file = write(seed, written, new CaptureSettings(1L << 30, Long.MAX_VALUE, 3))
                    .getFirst();
            var lines = new ArrayList<>(lines(file));
            int at = seed.random().nextInt(lines.size());
            switch (seed.random().nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                case 2 -> {
                    int other = seed.random().nextInt(lines.size());
                    if (lines.get(at).equals(lines.get(other))) {
                        return; // nothing has changed
                    }
                    Collections.swap(lines, at, other);
                }
                default -> lines.set(at, lines.get(at) + "x");
            }
            if (at == 0 && !lines.getFirst().startsWith("#tidegate-recording 1 ")) {
                return; // then it is not a recording of ours any more
            }
            assertThat(read(rewritten(file, lines)).problems()).isNotEmpty();
        });
    }

    @Test
    void aFileThatBreaksOffIsReadUpToThereAndSaysSo() {
        Laws.forAll(seed -> {
            var written = messages(seed);
            written.add("behind");
            var file = write(seed, written, new CaptureSettings(1L << 30, Long.MAX_VALUE, 2))
                    .getFirst();
            byte[] bytes = bytes(file);
            var broken = folder.resolve(seed.value() + "-broken.jsonl.gz");
            write(broken, Arrays.copyOf(bytes, bytes.length - seed.intBetween(1, bytes.length - 20)));
            var read = read(broken);
            assertThat(read.problems()).isNotEmpty();
            assertThat(read.messages())
                    .isEqualTo(written.subList(0, read.messages().size()));
        });
    }

    @Test
    void foreignLinesAreReadAndTimesThatGoBackAreTold() throws IOException {
        var file = folder.resolve("foreign.jsonl");
        Files.writeString(file, "5 {\"a\":1}\n3 {\"b\":2}\n{\"c\":3}\nnonsense\n");
        var read = read(file);
        assertThat(read.messages()).containsExactly("5 {\"a\":1}", "3 {\"b\":2}", "5 {\"c\":3}");
        assertThat(read.problems())
                .containsExactly(
                        "line 2: received at 3, before the line above: 5",
                        "line 4: expected '<received, ns> <message>', found 'nonsense'");
    }

    @Test
    void messagesThatCouldNotBeKeptAreNotForgotten() throws IOException {
        try (var writer = new CaptureWriter(folder, "binance", "BTC/USDT", CaptureSettings.usual())) {
            writer.write(1, "{}".getBytes(StandardCharsets.UTF_8));
            writer.lost(7);
        }
        assertThat(read(files().getFirst()).problems())
                .containsExactly("line 3: 7 messages came that could not be kept");
    }

    /// Messages with their times, some of which no line would hold.
    private static List<String> messages(Seed seed) {
        var messages = new ArrayList<String>();
        long timeNs = 1_723_161_253_937_085_768L;
        for (int index = 0; index <= seed.count(30); index++) {
            timeNs += seed.longBetween(0, 1_000_000);
            messages.add(timeNs + " " + (seed.chance(20) ? seed.text(30) : "{\"n\":" + index + "}"));
        }
        return messages;
    }

    private List<Path> write(Seed seed, List<String> messages, CaptureSettings settings) {
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
            try (var writer = new CaptureWriter(folder, "binance", "BTC/USDT:2:8", settings)) {
                for (String message : messages) {
                    int space = message.indexOf(' ');
                    boolean isTimed = space > 0;
                    writer.write(
                            isTimed ? Long.parseLong(message.substring(0, space)) : 1_800_000_000_000_000_000L,
                            message.substring(space + 1).getBytes(StandardCharsets.UTF_8));
                }
            }
            messages.replaceAll(message -> message.indexOf(' ') > 0 ? message : "1800000000000000000 " + message);
            return files();
        } catch (IOException broken) {
            throw new UncheckedIOException(seed.toString(), broken);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Read read(Path file) {
        try (var reader = CaptureReader.open(file)) {
            var messages = new ArrayList<String>();
            for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                messages.add(
                        line.get().receivedNs() + " " + new String(line.get().message(), StandardCharsets.UTF_8));
            }
            return new Read(messages, reader.problems());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> lines(Path file) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes(file)))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path rewritten(Path file, List<String> lines) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        write(file, packed.toByteArray());
        return file;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
