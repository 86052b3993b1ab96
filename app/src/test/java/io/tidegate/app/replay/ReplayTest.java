package io.tidegate.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.app.record.RecordRun;
import io.tidegate.market.capture.CaptureSettings;
import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.testkit.Laws;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.vertx.EventLoops;
import io.tidegate.venues.binance.BinanceSite;
import io.tidegate.venues.binance.market.MarketSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A recording that we make ourselves, of a simulated venue over real sockets, and what is done to it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MESSAGES = 150;

    private Path folder = Path.of("");
    private List<Path> recorded = List.of();

    @BeforeAll
    void aSimulatedVenueIsRecorded(@TempDir Path temporary) throws IOException {
        folder = temporary;
        try (var loops = new EventLoops(1);
                var sim = SimServer.binance(loops, 0, BinanceSettings.generous(), 7)) {
            var site = BinanceSite.ownHost(Endpoint.parse(sim.restOrigin()), Endpoint.parse(sim.socketOrigin()));
            var files = new CaptureSettings(1L << 30, PATIENCE.toNanos() * 10, 20);
            try (var run = RecordRun.binance(
                    MarketSettings.of(site),
                    List.of("BTC/USDT", "ETH/USDT"),
                    folder.resolve("made"),
                    files,
                    (loop, why) -> {
                        throw new AssertionError(loop, why);
                    })) {
                long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
                while (run.state().messages() < MESSAGES || run.state().validBooks() < 2) {
                    assertThat(System.nanoTime()).as(run.state().toString()).isLessThan(deadlineNs);
                    LockSupport.parkNanos(1_000_000);
                }
            }
        }
        try (var made = Files.list(folder.resolve("made"))) {
            recorded = made.sorted().toList();
        }
    }

    @Test
    void aRecordingOfOursIsWholeAndItsBooksAreThoseOfTheVenue() throws IOException {
        var result = Replay.of(recorded, Replay.Settings.usual());
        assertThat(result.problems()).isEmpty();
        assertThat(result.messages()).isGreaterThanOrEqualTo(MESSAGES);
        assertThat(result.books()).extracting(BookResult::symbol).containsExactly("BTCUSDT", "ETHUSDT");
        for (var book : result.books()) {
            assertThat(book.compared()).isPositive();
            assertThat(book.same()).isEqualTo(book.compared());
        }
        assertThat(Replay.of(recorded, Replay.Settings.usual()).books()).isEqualTo(result.books());
    }

    @Test
    void aLineRemovedDoubledMovedOrChangedIsNoticedByTheSums() {
        Laws.forAll(100, seed -> {
            var lines = lines();
            int at = seed.intBetween(1, lines.size() - 1);
            switch (seed.random().nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(at));
                case 2 -> Collections.swap(lines, at, at == 1 ? 2 : at - 1);
                default -> lines.set(at, lines.get(at).replace('1', '2').replace('5', '6') + " ");
            }
            assertThat(replayed(lines).isWhole()).isFalse();
        });
    }

    /// Without our sums, as any recorder would have written it: then the messages have to tell.
    @ParameterizedTest
    @ValueSource(strings = {"depthUpdate", "trade", "bookTicker"})
    void aMessageRemovedDoubledOrMovedIsNoticedByTheVenuesNumbers(String kind) {
        var whole = lines();
        whole.removeIf(line -> line.startsWith("#"));
        assertThat(replayed(whole).problems()).isEmpty();
        String word = kind.equals("bookTicker") ? "btcusdt@bookTicker" : "\"e\":\"" + kind + "\"";
        var ofKind = new ArrayList<Integer>();
        for (int index = 0; index < whole.size(); index++) {
            if (whole.get(index).contains(word) && whole.get(index).contains("BTCUSDT")) {
                ofKind.add(index);
            }
        }
        Assumptions.assumeTrue(ofKind.size() >= 3, kind + " came too seldom");
        int middle = ofKind.get(ofKind.size() / 2);
        int next = ofKind.get(ofKind.size() / 2 + 1);

        var doubled = new ArrayList<>(whole);
        doubled.add(middle, whole.get(middle));
        assertThat(replayed(doubled).problems())
                .anyMatch(problem -> problem.contains("doubled or stand in the wrong place"));

        var moved = new ArrayList<>(whole);
        Collections.swap(moved, middle, next);
        assertThat(replayed(moved).problems())
                .anyMatch(problem -> problem.contains("doubled or stand in the wrong place"))
                .anyMatch(problem -> problem.contains("before the line above"));

        if (!kind.equals("bookTicker")) { // whose numbers have holes
            var missing = new ArrayList<>(whole);
            missing.remove(middle);
            assertThat(replayed(missing).problems()).anyMatch(problem -> problem.contains("something is missing"));
        }
    }

    @Test
    void aLineThatIsNoMessageIsToldByItsPlace() {
        var lines = lines();
        lines.removeIf(line -> line.startsWith("#"));
        lines.set(40, lines.get(40).substring(0, lines.get(40).length() - 1));
        assertThat(replayed(lines).problems()).anyMatch(problem -> problem.contains("line 41: message: expected JSON"));
    }

    @Test
    void aSnapshotBesideTheDifferencesBuildsTheSameBook() throws IOException {
        var whole = lines();
        whole.removeIf(line -> line.startsWith("#") || line.contains("ETHUSDT") || line.contains("\"result\""));
        var expected = replayed(whole).books().getFirst();
        String answer = whole.stream()
                .filter(line -> line.contains("\"lastUpdateId\""))
                .reduce((first, second) -> second)
                .orElseThrow();
        String snapshot = answer.substring(answer.indexOf("\"answer\":") + 9, answer.length() - 1);
        var updates = new ArrayList<String>();
        for (String line : whole) {
            if (line.contains("depthUpdate")) {
                updates.add(line.substring(line.indexOf(' ') + 1));
            }
        }
        // Given at the first difference, the snapshot must not be older than it.
        long lastUpdateId = Long.parseLong(snapshot.replaceFirst(".*\"lastUpdateId\":(\\d+).*", "$1"));
        updates.removeIf(line -> Long.parseLong(line.replaceFirst(".*\"u\":(\\d+).*", "$1")) <= lastUpdateId);
        Files.writeString(folder.resolve("updates"), String.join("\n", updates) + "\n");
        Files.writeString(folder.resolve("snapshot"), snapshot);
        var settings = new Replay.Settings(Optional.of(folder.resolve("snapshot")), 0, 8, 8);
        var result = Replay.of(List.of(folder.resolve("updates")), settings);
        assertThat(result.problems()).isEmpty();
        assertThat(result.books().getFirst().end()).isEqualTo(expected.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot-btcusdt-20240808-09",
                "spot-ethusdt-20240808-09",
                "coinm-btcusd_perp-20240808-09",
                "usdm-btcusdt-20240808"
            })
    void theKnownRecordingsAreWhatAnIndependentProgramFoundThem(String name) throws IOException {
        Path file = Path.of(
                        System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"))
                .resolve("data/binance/" + name + ".jsonl.gz")
                .normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(file), "SKIPPED: no recording at " + file + "; say where with -Dtidegate.shared=…");
        var result = Replay.of(List.of(file), Replay.Settings.usual());
        assertThat(result.known()).contains(name);
        assertThat(result.problems()).isEmpty();
    }

    private List<String> lines() {
        try (var in = new GZIPInputStream(Files.newInputStream(recorded.getFirst()))) {
            return new ArrayList<>(
                    List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)).stream()
                            .filter(line -> !line.isEmpty())
                            .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ReplayResult replayed(List<String> lines) {
        try {
            Path file = folder.resolve("changed.jsonl");
            Files.writeString(file, String.join("\n", lines) + "\n");
            return Replay.of(List.of(file), Replay.Settings.usual());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
