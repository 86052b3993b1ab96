package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.host.HostSettings;
import io.tidegate.journal.EventMark;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void whatNoStartAndNoReaderNeedsIsMovedAwayAndALateReaderIsTold() throws Exception {
        var config = Nodes.config(folder)
                .withHost(HostSettings.defaults().withTermBytes(1 << 20))
                .withRetention(Long.MAX_VALUE / 2, 1, 0);
        EventMark early;
        try (var node = Nodes.start(config, TallyMachine::new);
                var limit = ReaderLimit.open(folder, "records")) {
            limit.set(0);
            try (var client = Client.fromStart(folder)) {
                client.marks(1_000);
                early = client.reader().mark();
                client.marks(45_000); // past the first segment of 4 MB, of the log and of the events
            }
            round(node);
            round(node);
            assertTrue(startsAtZero(), "the registered reader holds everything");
            limit.set(Long.MAX_VALUE);
            round(node);
            round(node);
            assertFalse(startsAtZero());
        }
        assertThat(folder.resolve("purged")).isDirectoryContaining("glob:**.rec");
        try (var _ = Nodes.start(config, TallyMachine::new);
                var late = Client.from(folder, early)) {
            late.marks(10);
            assertTrue(late.reader().lostHistory());
            assertThat(late.recent()).first().isInstanceOf(ImageBegins.class);
        }
    }

    /// A snapshot and the image behind it; purging follows the snapshot.
    private void round(ClusterNode node) {
        try (var client = Client.fromNow(folder)) {
            node.snapshot();
            client.await(() -> client.hasSeen(ImageEnds.class));
        }
    }

    private boolean startsAtZero() {
        try (var journal = ClusterJournal.connect(folder)) {
            return EventRecordings.list(journal.archive()).startPosition() == 0;
        }
    }
}
