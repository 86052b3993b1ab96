package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.host.HostSettings;
import io.tidegate.journal.EventMark;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.event.MarkSet;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterNodeTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void whatWasWrittenIsThereAfterARestartAndTheReaderGoesOn() throws Exception {
        EventMark mark;
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(2_000);
            client.readToEnd();
            mark = client.reader().mark();
        }
        try (var _ = Nodes.start(folder);
                var client = Client.from(folder, mark)) {
            client.marks(2_000);
            assertThat(client.reader().lostHistory()).isFalse();
        }
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.readToEnd();
            assertThat(client.eventCount()).isGreaterThan(8_000);
        }
    }

    @Test
    void aNodeGoesOnFromItsSnapshotAndANewReaderFromTheImageBehindIt() throws Exception {
        try (var node = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(1_000);
            node.snapshot();
            client.await(() -> client.hasSeen(ImageEnds.class));
        }
        try (var _ = Nodes.start(folder);
                var client = Client.fromImage(folder)) {
            client.marks(10);
            assertThat(client.recent()).first().isInstanceOf(ImageBegins.class);
            assertThat(client.eventCount()).isLessThan(200);
        }
    }

    @Test
    void whatIsDueHappensWithoutACommand() throws Exception {
        var config = Nodes.config(folder).withHeartbeat(Duration.ofMinutes(10), Duration.ofMinutes(20));
        try (var _ = Nodes.start(config, TallyMachine::new);
                var client = Client.fromStart(folder)) {
            client.send(new SetMark(7, TallyMachine.TIMED, 2, 0));
            client.await(() ->
                    client.hasSeen(MarkSet.class) && client.recent().iterator().hasNext() && dueSeen(client));
        }
    }

    private static boolean dueSeen(Client client) {
        for (var event : client.recent()) {
            if (event instanceof MarkSet mark && mark.instrument() == 7 && mark.bid() == 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void twoNodesDoNotShareAFolder() throws Exception {
        try (var _ = Nodes.start(folder)) {
            var refused = assertThrows(IllegalStateException.class, () -> Nodes.start(folder));
            assertThat(refused).hasMessageContaining("in use by another node");
        }
    }

    @Test
    void eventsOfEveryTermLengthComeToLieWhereTheyWereComputed() throws Exception {
        var config = Nodes.config(folder).withHost(HostSettings.defaults().withTermBytes(1 << 17));
        try (var _ = Nodes.start(config, TallyMachine::new);
                var client = Client.fromStart(folder)) {
            client.marks(5_000); // some 20 terms; the recording checks each position
        }
    }
}
