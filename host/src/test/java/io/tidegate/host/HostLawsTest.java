package io.tidegate.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidegate.host.Script.Snapshot;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.ActivateRules;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.SetMark;
import io.tidegate.testkit.Laws;
import io.tidegate.wire.CommandCodec;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class HostLawsTest {
    @Test
    void theSameLogGivesTheSameEventBytes() {
        Laws.forAll(seed -> {
            var script = Script.random(seed);
            var first = Script.journal();
            var second = Script.journal();
            script.forEach(step -> Script.run(step, first));
            script.forEach(step -> Script.run(step, second));
            assertThat(Script.events(first)).hasSizeGreaterThanOrEqualTo(2).isEqualTo(Script.events(second));
        });
    }

    @Test
    void howeverOftenTheCoreDiesTheEventBytesAreThoseOfACalmLife() {
        Laws.forAll(seed -> {
            var script = Script.random(seed);
            var calm = Script.journal();
            var shaken = Script.journal();
            for (var step : script) {
                Script.run(step, calm);
                if (seed.chance(20)) {
                    shaken.crashAfter(seed.count(4));
                }
                if (step instanceof Snapshot && seed.chance(30)) {
                    shaken.snapshotLost();
                } else {
                    Script.run(step, shaken);
                }
                while (shaken.isDown()) {
                    shaken.restart();
                }
                if (seed.chance(5)) {
                    shaken.truncateEvents(1);
                    shaken.restart();
                    if (Script.events(shaken).size() < Script.events(calm).size()) {
                        return; // what lay before the snapshot cannot be made again: the next law
                    }
                }
            }
            assertEquals(Script.events(calm), Script.events(shaken));
        });
    }

    @Test
    void aCoreFromASnapshotGoesOnAsTheOneThatWroteIt() {
        Laws.forAll(seed -> {
            var script = Script.random(seed);
            int at = seed.intBetween(0, script.size() - 1);
            var living = Script.journal();
            var restored = Script.journal();
            for (int index = 0; index < script.size(); index++) {
                if (index == at) {
                    living.snapshot();
                    restored.snapshot();
                    restored.restart();
                }
                Script.run(script.get(index), living);
                Script.run(script.get(index), restored);
            }
            assertEquals(Script.events(living), Script.events(restored));
        });
    }

    @Test
    void aReaderThatLivesThroughEveryDeathSeesDenseChainedEventsOnceEach() {
        Laws.forAll(seed -> {
            var journal = Script.journal();
            var reader = EventReader.resume(journal, EventMark.START);
            var numbers = new ArrayList<Long>();
            for (var step : Script.random(seed)) {
                if (seed.chance(15)) {
                    journal.crashAfter(seed.count(3));
                }
                Script.run(step, journal);
                if (seed.chance(10)) {
                    journal.holdReaders();
                } else if (seed.chance(30)) {
                    journal.releaseReaders();
                }
                if (seed.chance(10)) {
                    reader = EventReader.resume(journal, reader.mark());
                }
                reader.poll(0, (position, header, event) -> numbers.add(header.number()));
                while (journal.isDown()) {
                    journal.restart();
                }
            }
            journal.releaseReaders();
            while (reader.poll(0, (position, header, event) -> numbers.add(header.number())) > 0) {}
            for (int index = 0; index < numbers.size(); index++) {
                assertEquals(index + 1L, numbers.get(index));
            }
            assertEquals(journal.recorded(), reader.mark());
        });
    }

    @Test
    void aCoreThatBehavesOtherwiseIsStoppedAtTheJunction() {
        Laws.forAll(seed -> {
            var extraEvents = new AtomicLong();
            var journal = new InMemoryJournal(() -> new ToyMachine((int) extraEvents.get()), Script.SETTINGS);
            Script.random(seed).stream()
                    .filter(step -> !(step instanceof Snapshot))
                    .forEach(step -> Script.run(step, journal));
            Script.run(new Script.Enter(mark(1, nextSequence(journal)), Long.MAX_VALUE / 2), journal);
            journal.enterWake(Long.MAX_VALUE / 2 + 1_000_000); // what else it says must meet something that was said
            extraEvents.set(1);
            var halt = assertThrows(Halt.class, journal::restart);
            assertEquals(Halt.Reason.OTHER_HISTORY, halt.reason());
            assertThat(halt).hasMessageContaining("same number, other content");
        });
    }

    @Test
    void eventsWithoutTheirLogStopTheCore() {
        var journal = Script.journal();
        journal.enterCommand(open("a"), 0, open("a").capacity(), 1);
        var shorter = new CoreHost(new ToyMachine(), Script.SETTINGS, (end, buffer, offset, length) -> {});
        shorter.join(new RecordedTail(journal.recorded().position(), journal.recorded()));
        var halt = assertThrows(Halt.class, shorter::requireCaughtUp);
        assertEquals(Halt.Reason.LOG_LOST, halt.reason());
    }

    @Test
    void aSnapshotFromRulesThatCannotBeReproducedIsRefusedByName() {
        var newer = Script.journal();
        newer.enterCommand(open("a"), 0, open("a").capacity(), 1);
        var activate = command(1, 1, new ActivateRules(3));
        newer.enterCommand(activate, 0, activate.capacity(), 2);
        var chunks = new ArrayList<DirectBuffer>();
        var writer =
                new SnapshotWriter((buffer, offset, length) -> chunks.add(InMemoryDisk.copy(buffer, offset, length)));
        writer.header(new SnapshotHeader(1 << 17, newer.recorded(), 2, 3, 1, false, 0));
        var older =
                new CoreHost(new ToyMachine(), Script.SETTINGS.withRules(1, 2), (end, buffer, offset, length) -> {});
        var halt = assertThrows(
                Halt.class,
                () -> older.restore(chunks.getFirst(), 0, chunks.getFirst().capacity()));
        assertEquals(Halt.Reason.RULES, halt.reason());
        assertThat(halt).hasMessageContaining("rules 3").hasMessageContaining("1 to 2");
    }

    private static long nextSequence(InMemoryJournal journal) {
        var next = new AtomicLong(1);
        var reader = EventReader.resume(journal, EventMark.START);
        while (reader.poll(0, (position, header, event) -> {
                    if (header.source() == 1 && !event.toString().contains("OUT_OF_SEQUENCE")) {
                        next.set(Math.max(next.get(), header.sequence() + 1));
                    }
                })
                > 0) {}
        return next.get();
    }

    private static DirectBuffer mark(long source, long sequence) {
        return command(source, sequence, new SetMark(1, 1, 401, 0));
    }

    private static DirectBuffer open(String name) {
        return command(0, 1, new OpenSource(name, 1));
    }

    private static DirectBuffer command(long source, long sequence, Command command) {
        var buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
        return new UnsafeBuffer(buffer, 0, new CommandCodec().encode(source, sequence, command, buffer, 0));
    }
}
