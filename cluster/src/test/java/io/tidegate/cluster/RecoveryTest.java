package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.host.InMemoryJournal;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventsMissing;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.ImageEnds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void eventsThatWereLostBehindTheSnapshotAreMadeAgainToTheLastByte() throws Exception {
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(2_000);
        }
        List<String> before;
        try (var stopped = new StoppedArchive(Nodes.config(folder))) {
            before = stopped.events();
            stopped.truncateEvents(positionOf(before.get(before.size() / 2)));
        }
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.readToEnd();
        }
        try (var stopped = new StoppedArchive(Nodes.config(folder))) {
            assertThat(stopped.events()).startsWith(before.toArray(String[]::new));
            assertThat(stopped.eventRecordings()).hasSize(1);
        }
    }

    @Test
    void eventsThatWereLostBeforeTheSnapshotLeaveAHoleThatReadersSee() throws Exception {
        EventMark early;
        try (var node = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(1_000);
            early = client.reader().mark();
            client.marks(1_500);
            node.snapshot();
            client.await(() -> client.hasSeen(ImageEnds.class));
        }
        try (var stopped = new StoppedArchive(Nodes.config(folder))) {
            stopped.truncateEvents(early.position());
        }
        try (var _ = Nodes.start(folder);
                var fresh = Client.fromStart(folder)) {
            var hole = assertThrows(EventsMissing.class, () -> fresh.marks(10_000));
            assertEquals(early.position(), hole.position());
            assertThat(hole).hasMessageContaining("goes on at position");
            try (var resumed = Client.from(folder, early)) {
                assertThrows(EventsMissing.class, resumed::readToEnd);
            }
        }
        try (var stopped = new StoppedArchive(Nodes.config(folder))) {
            assertThat(stopped.eventRecordings()).hasSize(2);
        }
    }

    @Test
    void theSameLogGivesTheSameEventBytesHereAndInMemory() throws Exception {
        try (var node = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(500);
            client.send(new SetMark(1, TallyMachine.TIMED, 2, 0));
            client.send(new BeginImage());
            client.marks(800);
            node.snapshot();
            client.await(() -> client.hasSeen(ImageEnds.class));
            client.send(new SetMark(2, TallyMachine.TIMED, 2, 0));
            client.marks(1_000);
        }
        var twin = new InMemoryJournal(TallyMachine::new, Nodes.config(folder).host());
        try (var stopped = new StoppedArchive(Nodes.config(folder))) {
            stopped.replayLogInto(twin);
            var twinEvents = new ArrayList<String>();
            twin.forEachRecorded((position, buffer, offset, length) ->
                    twinEvents.add(StoppedArchive.line(position, buffer, offset, length)));
            assertThat(twinEvents).hasSizeGreaterThan(2_000).isEqualTo(stopped.events());
        }
    }

    private static long positionOf(String event) {
        return Long.parseLong(event, 0, event.indexOf(':'), 10);
    }
}
