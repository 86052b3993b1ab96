package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.host.Machines;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.ImageEnds;
import io.tidegate.model.refusal.RefusalCode;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a node must not go on, and says why.
class RefusalTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aCoreThatWouldWriteAnotherHistoryIsStopped() throws Exception {
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(1_000);
        }
        var reason = ending(Nodes.config(folder), () -> new TallyMachine(3));
        assertEquals(ExitCode.OTHER_HISTORY, reason.code());
        assertThat(reason.message()).contains("same number, other content");
    }

    @Test
    void aCoreThatSaysLessThanIsRecordedIsStoppedBeforeItLeads() throws Exception {
        try (var _ = Nodes.start(folder);
                var client = Client.fromStart(folder)) {
            client.marks(1_000);
        }
        var reason = ending(Nodes.config(folder), () -> new TallyMachine(1));
        assertEquals(ExitCode.OTHER_HISTORY, reason.code());
        assertThat(reason.message()).contains("the log ends at event");
    }

    @Test
    void aSnapshotFromRulesThatThisProgramDoesNotKnowIsRefused() throws Exception {
        var newer = Nodes.config(folder).withHost(Nodes.config(folder).host().withRules(1, 2));
        try (var node = Nodes.start(newer, TallyMachine::new);
                var client = Client.fromStart(folder)) {
            client.send(new ActivateRules(2));
            node.snapshot();
            client.await(() -> client.hasSeen(ImageEnds.class));
        }
        var reason = ending(Nodes.config(folder), TallyMachine::new);
        assertEquals(ExitCode.SNAPSHOT, reason.code());
        assertThat(reason.message()).contains("written under rules 2").contains("reproduces 1 to 1");
        try (var _ = Nodes.start(newer, TallyMachine::new);
                var client = Client.fromStart(folder)) {
            client.marks(10);
        }
    }

    @Test
    void anEntryThatStopsTheCoreDoesSoAtEachStartUntilAnOperatorPassesOverIt() throws Exception {
        var ending = new Ending();
        try (var _ = ClusterNode.start(Nodes.config(folder), TallyMachine::new, ending, () -> Long.MAX_VALUE);
                var client = Client.fromStart(folder)) {
            client.marks(100);
            client.hand(new SetMark(1, TallyMachine.POISON, 100, 0));
            client.await(ending::hasCome);
            assertEquals(ExitCode.CORE, ending.await().code());
        }
        long position = logPosition(ending.await().message());
        assertThat(ending.await().message()).contains("poison");
        var again = ending(Nodes.config(folder), TallyMachine::new);
        assertEquals(ExitCode.CORE, again.code());
        assertEquals(position, logPosition(again.message()));

        try (var process = NodeProcess.start(folder, 1 << 20)) {
            assertEquals(ExitCode.CORE.code(), process.exitStatus());
        }

        var skipping = Nodes.config(folder).withSkippedLogPositions(Set.of(position));
        try (var _ = Nodes.start(skipping, TallyMachine::new);
                var client = Client.fromStart(folder)) {
            client.await(() -> client.hasSeen(CommandRefused.class));
            assertThat(client.recent())
                    .anyMatch(event -> event instanceof CommandRefused refused
                            && refused.refusal().code() == RefusalCode.SKIPPED);
            client.marks(100);
        }
    }

    private static Ending.Reason ending(ClusterConfig config, Machines machines) throws Exception {
        var ending = new Ending();
        try (var _ = ClusterNode.start(config, machines, ending, () -> Long.MAX_VALUE)) {
            return ending.await();
        }
    }

    private static long logPosition(String message) {
        var matcher = Pattern.compile("at log position (\\d+)").matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
