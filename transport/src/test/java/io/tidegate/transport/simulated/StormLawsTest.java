package io.tidegate.transport.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.testkit.Laws;
import io.tidegate.transport.Loss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds in any weather.
final class StormLawsTest {
    @Test
    void everyRequestIsAnsweredOrLostOnceWhateverTheFaults() {
        Laws.forAll(seed -> {
            Storm storm = Storm.of(seed); // Told fails on a second word about the same request
            assertThat(storm.told.callsEnded()).isEqualTo(storm.requestCount);
        });
    }

    @Test
    void aRequestThatIsNotSentWasNeverSeenByTheFaceAndNoneIsSeenTwice() {
        Laws.forAll(seed -> {
            Storm storm = Storm.of(seed);
            TreeSet<String> seen = new TreeSet<>(storm.face.requests);
            assertThat(storm.face.requests).doesNotHaveDuplicates();
            storm.told.losses.forEach((id, loss) -> {
                if (loss.certainty() == Loss.Certainty.NOT_SENT) {
                    assertThat(seen).doesNotContain("POST /n " + id);
                }
            });
            storm.told.answers.forEach((id, answer) -> {
                if (answer.status() == 200) {
                    assertThat(answer.text()).isEqualTo(Long.toString(id));
                    assertThat(seen).contains("POST /n " + id);
                }
            });
        });
    }

    @Test
    void theFaceSeesTheFramesOfAConnectionInOrderWithoutAGap() {
        AtomicInteger seenCount = new AtomicInteger();
        Laws.forAll(seed -> {
            Storm storm = Storm.of(seed);
            storm.framesSent.forEach((connection, sent) -> {
                List<String> seen = storm.framesSeen(connection);
                seenCount.addAndGet(seen.size());
                assertThat(seen).isEqualTo(sent.subList(0, seen.size()));
            });
        });
        assertThat(seenCount.get()).as("frames seen in all storms").isGreaterThan(5_000);
    }

    @Test
    void everyConnectionEndsOnceOnEachSide() {
        Laws.forAll(seed -> {
            Storm storm = Storm.of(seed);
            assertThat(storm.told.ends.keySet())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, storm.connectionCount)
                            .boxed()
                            .toList());
            assertThat(storm.face.closedCount).isEqualTo(storm.face.openedCount);
            assertThat(storm.face.open).isEmpty();
        });
    }

    @Test
    void theSameSeedGivesTheSameTraceAndAnotherSeedAnother() {
        TreeMap<Long, Long> seedByTrace = new TreeMap<>();
        Laws.forAll(seed -> {
            Storm storm = Storm.of(seed);
            Storm again = Storm.of(seed);
            assertThat(again.network.traceHash()).isEqualTo(storm.network.traceHash());
            assertThat(again.told.all).isEqualTo(storm.told.all);
            assertThat(again.face.requests).isEqualTo(storm.face.requests);
            assertThat(again.network.faultsInjected()).isEqualTo(storm.network.faultsInjected());
            assertThat(seedByTrace.put(storm.network.traceHash(), seed.value())).isNull();
        });
    }

    @Test
    void theStormsInjectEveryKindOfFault() {
        TreeSet<String> injected = new TreeSet<>();
        Laws.forAll(
                seed -> injected.addAll(Storm.of(seed).network.faultsInjected().keySet()));
        for (Fault fault : Fault.values()) {
            assertThat(injected).contains(fault.name());
        }
    }

    @Test
    void anotherJvmTellsTheSameStory() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StormTrace.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String traces = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        assertThat(traces).isEqualTo(StormTrace.ofFirst(20));
    }
}
