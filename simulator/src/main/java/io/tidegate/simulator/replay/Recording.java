package io.tidegate.simulator.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/// All files of a folder as one stream of messages, by time of receipt. Recordings of futures (`usdm-`, `coinm-`) are
/// passed over: their books count differently, and the venue here is a spot market.
public final class Recording implements AutoCloseable {
    /// So many messages are looked at for the first snapshot of each symbol.
    private static final int SEARCH_MAX = 20_000;

    private final List<RecordedFile> files = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.<Head>comparingLong(head -> head.message().receivedNs()).thenComparingInt(Head::file));

    private record Head(int file, Recorded message) {}

    private Recording() {}

    /// Opens the recording in a folder.
    ///
    /// @throws IOException when there is none, or it cannot be read; says why
    public static Recording open(Path folder) throws IOException {
        var recording = new Recording();
        try {
            for (Path file : names(folder)) {
                recording.files.add(new RecordedFile(file));
                recording.advance(recording.files.size() - 1);
            }
        } catch (IOException e) {
            recording.close();
            throw e;
        }
        return recording;
    }

    private static List<Path> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        try (Stream<Path> all = Files.list(folder)) {
            var found = all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".jsonl.gz") && !name.startsWith("usdm-") && !name.startsWith("coinm-");
                    })
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IOException(folder + " holds no recording of a spot market (*.jsonl.gz)");
            }
            return found;
        }
    }

    private void advance(int file) throws IOException {
        files.get(file).next().ifPresent(message -> heads.add(new Head(file, message)));
    }

    /// The next message; empty at the end.
    Optional<Recorded> peek() {
        return Optional.ofNullable(heads.peek()).map(Head::message);
    }

    void skip() throws IOException {
        var head = heads.poll();
        if (head != null) {
            advance(head.file());
        }
    }

    /// The middle of the first snapshot of each symbol, as the venue writes prices, in the order of their coming.
    ///
    /// @throws IOException when the folder holds no recording, or no snapshot early in it
    public static Map<String, BigDecimal> middles(Path folder) throws IOException {
        var middles = new LinkedHashMap<String, BigDecimal>();
        try (var recording = open(folder)) {
            for (int i = 0; i < SEARCH_MAX && recording.peek().isPresent(); i++) {
                Recorded message = recording.peek().get();
                if (message.kind() == Recorded.Kind.SNAPSHOT) {
                    var bid = message.data().get("bids").get(0).get(0).asString();
                    var ask = message.data().get("asks").get(0).get(0).asString();
                    middles.putIfAbsent(
                            message.symbol(),
                            new BigDecimal(bid).add(new BigDecimal(ask)).divide(BigDecimal.TWO));
                }
                recording.skip();
            }
        }
        if (middles.isEmpty()) {
            throw new IOException(folder + ": no snapshot of a book among the first " + SEARCH_MAX + " messages");
        }
        return middles;
    }

    @Override
    public void close() throws IOException {
        for (RecordedFile file : files) {
            file.close();
        }
    }
}
