package io.tidegate.app.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.app.config.NodeSettings;
import io.tidegate.cluster.ClusterConfig;
import io.tidegate.cluster.ClusterJournal;
import io.tidegate.cluster.ClusterNode;
import io.tidegate.cluster.ExitCode;
import io.tidegate.host.HostSettings;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.event.ImageEnds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.agrona.IoUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When `serve` must not start, it says why and ends with a status of its own.
class NoStartTest {
    private static final String NOWHERE = "127.0.0.1:9";
    private static final long PAUSE_NS = 100_000;
    private static final long WAIT_MAX_NS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @AfterEach
    void freeSharedMemory() { // which a process that was halted leaves behind
        IoUtil.delete(
                NodeSettings.in(folder.resolve("data")).cluster().driverFolder().toFile(), true);
    }

    @Test
    void aDataFolderUnderRulesThatThisProgramDoesNotKnowIsRefused() throws Exception {
        Path data = folder.resolve("data");
        ClusterConfig newer = NodeSettings.in(data)
                .withSyncLevel(0)
                .cluster()
                .withReserveBytes(0)
                .withHost(HostSettings.defaults().withRules(1, 2));
        try (var node = start(newer);
                var journal = ClusterJournal.connect(data)) {
            activateRules2(node, journal);
        }
        try (var serve = serve(data)) {
            assertEquals(ExitCode.SNAPSHOT.code(), serve.exitStatus());
            assertThat(serve.tail()).contains("written under rules 2").contains("reproduces 1 to 1");
        }
    }

    @Test
    void aDataFolderThatAnotherProcessHoldsIsRefused() throws Exception {
        Path data = folder.resolve("data");
        try (var _ = start(NodeSettings.in(data).withSyncLevel(0).cluster());
                var serve = serve(data)) {
            assertEquals(1, serve.exitStatus());
            assertThat(serve.tail()).contains("cannot serve").contains("is in use by another node");
        }
    }

    private static ClusterNode start(ClusterConfig config) throws InterruptedException {
        var node = ClusterNode.start(config, NextVersion::new, (code, why) -> {
            throw new AssertionError(code + ": " + why, why);
        });
        assertThat(node.awaitReady(Duration.ofSeconds(60))).isTrue();
        return node;
    }

    private static void activateRules2(ClusterNode node, ClusterJournal journal) {
        var isSnapped = new AtomicBoolean();
        var sender = new CommandSender("test", 1, journal.writer(), 16);
        try (var reader = EventReader.fromNow(journal)) {
            long startNs = System.nanoTime();
            boolean isSent = false;
            boolean isAsked = false;
            while (!isSnapped.get()) {
                sender.poll(System.nanoTime());
                reader.poll(System.nanoTime(), (_, header, event) -> {
                    sender.onEvent(header, event);
                    if (event instanceof ImageEnds) {
                        isSnapped.set(true);
                    }
                });
                if (sender.isOpen() && !isSent) {
                    isSent = sender.send(new ActivateRules(2)).isPresent();
                } else if (isSent && !isAsked && sender.pendingCount() == 0) {
                    node.snapshot();
                    isAsked = true;
                }
                assertThat(System.nanoTime() - startNs).as("no snapshot").isLessThan(WAIT_MAX_NS);
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }

    private Program serve(Path data) throws IOException {
        Path file = folder.resolve("serve.toml");
        Files.writeString(file, ServeSettings.USUAL.toml(data, 0, "http://" + NOWHERE, "ws://" + NOWHERE));
        return Program.start(
                folder.resolve("serve.log"),
                Map.of("VENUE_KEY", "none", "VENUE_SECRET", "none"),
                "serve",
                "--config",
                file.toString());
    }
}
