package io.tidegate.app.replay;

import io.tidegate.market.book.Condition;
import io.tidegate.market.capture.CaptureReader;
import io.tidegate.market.sync.Step;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.venues.binance.market.MarketData;
import io.tidegate.venues.binance.market.MarketMessage.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.concurrent.UnsafeBuffer;

/// Plays files of one recording back, in their order: the same code that reads the live stream builds the books, and
/// each is checked. The same files give the same result. One thread.
public final class Replay {
    private static final int UNREADABLE_SHOWN_MAX = 20;
    private static final byte[] SNAPSHOT = "{\"lastUpdateId\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "{\"request\":\"GET ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INTERRUPTED = "{\"interrupted\":".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ASKED =
            Pattern.compile("\\{\"request\":\"GET [^\"]*[?&]symbol=([^&\"]+)[^\"]*\",\"answer\":");

    private final MarketData data;
    private final List<BookCheck> checks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private final Optional<byte[]> givenSnapshot;
    private final double speed;
    private boolean isSnapshotGiven;
    private long messages;
    private long unreadable;
    private long firstNs = -1;
    private long lastNs;
    private long beganNs;

    private Replay(Source source, Optional<byte[]> givenSnapshot, double speed) {
        var markets = new ArrayList<VenueInstrument>();
        for (int index = 0; index < source.symbols().count(); index++) {
            markets.add(VenueInstrument.of(source.symbols().instrument(index)));
            checks.add(new BookCheck(markets.get(index), source.rule()));
        }
        this.data = new MarketData(source.symbols(), source.rule(), markets);
        this.givenSnapshot = givenSnapshot;
        this.speed = speed;
    }

    /// How a recording is to be played.
    ///
    /// @param snapshot      what REST answered, where the recording itself has no snapshot
    /// @param speed         1 as fast as it was recorded, 2 twice as fast; 0 as fast as can be
    /// @param priceScale    decimals of its prices
    /// @param quantityScale decimals of its quantities
    public record Settings(Optional<Path> snapshot, double speed, int priceScale, int quantityScale) {
        /// As fast as can be, with all decimals that the venue writes.
        public static Settings usual() {
            return new Settings(Optional.empty(), 0, Source.SCALE_USUAL, Source.SCALE_USUAL);
        }
    }

    /// Plays files that follow each other.
    ///
    /// @throws IOException when one cannot be read, or names no symbol
    public static ReplayResult of(List<Path> files, Settings settings) throws IOException {
        Optional<byte[]> snapshot = Optional.empty();
        if (settings.snapshot().isPresent()) {
            snapshot = Optional.of(json(settings.snapshot().get()));
        }
        var source = Source.of(files.getFirst(), settings.priceScale(), settings.quantityScale());
        var replay = new Replay(source, snapshot, settings.speed());
        replay.beganNs = System.nanoTime();
        for (Path file : files) {
            replay.play(file);
        }
        return replay.result(files);
    }

    /// The JSON of a file that may be packed, and may have words in front.
    private static byte[] json(Path file) throws IOException {
        byte[] bytes;
        try (var reader = CaptureReader.openBytes(file)) {
            bytes = reader.readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int start = text.indexOf('{');
        if (start < 0) {
            throw new IOException(file + ": expected a snapshot as JSON");
        }
        return text.substring(start).strip().getBytes(StandardCharsets.UTF_8);
    }

    private void play(Path file) throws IOException {
        try (var reader = CaptureReader.open(file)) {
            for (var line = reader.next(); line.isPresent(); line = reader.next()) {
                messages++;
                pace(line.get().receivedNs());
                take(line.get().message(), line.get().receivedNs(), file, reader.lineNumber());
            }
            reader.problems().forEach(problem -> problems.add(file.getFileName() + ": " + problem));
        }
    }

    private void pace(long receivedNs) {
        firstNs = firstNs < 0 ? receivedNs : firstNs;
        lastNs = receivedNs;
        if (speed > 0) {
            long dueNs = beganNs + (long) ((receivedNs - firstNs) / speed);
            for (long leftNs = dueNs - System.nanoTime(); leftNs > 0; leftNs = dueNs - System.nanoTime()) {
                LockSupport.parkNanos(leftNs);
            }
        }
    }

    private void take(byte[] message, long receivedNs, Path file, long lineNumber) {
        buffer.wrap(message);
        if (startsWith(message, SNAPSHOT)) {
            snapshot(0, 0, message.length, receivedNs, file, lineNumber);
        } else if (startsWith(message, ANSWER)) {
            answer(message, receivedNs, file, lineNumber);
        } else if (startsWith(message, INTERRUPTED)) {
            for (int index = 0; index < checks.size(); index++) {
                data.restart(index, Condition.DISCONNECTED);
                checks.get(index).interrupted();
            }
        } else {
            frame(message, receivedNs, file, lineNumber);
        }
    }

    private void frame(byte[] message, long receivedNs, Path file, long lineNumber) {
        Kind kind = data.frame(buffer, 0, message.length, receivedNs);
        switch (kind) {
            case DIFFERENCE -> {
                checks.get(data.message().index()).difference(data.message(), data.step());
                if (data.step() == Step.SNAPSHOT_NEEDED && givenSnapshot.isPresent() && !isSnapshotGiven) {
                    isSnapshotGiven = true;
                    byte[] given = givenSnapshot.get();
                    buffer.wrap(given);
                    snapshot(data.message().index(), 0, given.length, receivedNs, file, lineNumber);
                }
            }
            case TRADE -> checks.get(data.message().index()).trade(data.message());
            case QUOTE -> checks.get(data.message().index()).quote(data.message());
            case UNREADABLE -> unreadable(file, lineNumber);
            case SNAPSHOT, DONE, REFUSED, SHUTDOWN, OTHER -> {}
        }
    }

    private void answer(byte[] message, long receivedNs, Path file, long lineNumber) {
        String head = new String(message, 0, Math.min(message.length, 300), StandardCharsets.UTF_8);
        Matcher asked = ASKED.matcher(head);
        if (asked.lookingAt()) {
            for (int index = 0; index < checks.size(); index++) {
                if (data.symbols().name(index).equals(asked.group(1))) {
                    snapshot(index, asked.end(), message.length - asked.end() - 1, receivedNs, file, lineNumber);
                }
            }
        }
    }

    private void snapshot(int index, int offset, int length, long receivedNs, Path file, long lineNumber) {
        if (data.snapshot(index, buffer, offset, length, receivedNs) == Kind.UNREADABLE) {
            unreadable(file, lineNumber);
        } else {
            checks.get(index).snapshot(data.message(), data.step());
        }
    }

    private void unreadable(Path file, long lineNumber) {
        if (unreadable++ < UNREADABLE_SHOWN_MAX) {
            problems.add(file.getFileName() + ": line " + lineNumber + ": " + data.problem());
        }
    }

    private static boolean startsWith(byte[] message, byte[] prefix) {
        return message.length >= prefix.length && Arrays.equals(message, 0, prefix.length, prefix, 0, prefix.length);
    }

    private ReplayResult result(List<Path> files) throws IOException {
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        var books = new ArrayList<BookResult>();
        for (int index = 0; index < checks.size(); index++) {
            books.add(checks.get(index).result(data.symbols().name(index)));
        }
        var found = new ArrayList<>(problems);
        books.forEach(book -> found.addAll(book.problems()));
        var known = KnownRecording.of(books);
        known.ifPresent(recording -> found.addAll(recording.differences(messages, books.getFirst())));
        return new ReplayResult(
                files.stream().map(Path::toString).toList(),
                known.map(KnownRecording::recording),
                messages,
                unreadable,
                Math.max(0, lastNs - Math.max(0, firstNs)),
                Math.round(messages / seconds),
                List.copyOf(books),
                List.copyOf(found));
    }
}
