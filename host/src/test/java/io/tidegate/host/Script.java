package io.tidegate.host;

import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.ReportStorage;
import io.tidegate.model.command.SetMark;
import io.tidegate.testkit.Seed;
import io.tidegate.wire.CommandCodec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// Entries of a log, drawn from a seed: good ones, repetitions, gaps, garbage, images, timers, snapshots, time
/// going back.
final class Script {
    static final HostSettings SETTINGS = HostSettings.defaults()
            .withTermBytes(1 << 17)
            .withImageLinesPerTurn(2)
            .withRules(1, 3);
    private static final long START_NS = 1_700_000_000_000_000_000L;

    private final Seed seed;
    private final CommandCodec codec = new CommandCodec();
    private final long[] sequences = new long[3];
    private long stampNs = START_NS;

    private Script(Seed seed) {
        this.seed = seed;
    }

    /// One step of a life.
    sealed interface Step {}

    record Enter(DirectBuffer bytes, long stampNs) implements Step {}

    record Wake(long stampNs) implements Step {}

    record Snapshot() implements Step {}

    static List<Step> random(Seed seed) {
        var script = new Script(seed);
        var steps = new ArrayList<Step>();
        steps.add(script.enter(0, 11, new OpenSource("a", 11)));
        steps.add(script.enter(0, 12, new OpenSource("b", 12)));
        steps.addAll(seed.listOf(120, script::step));
        return steps;
    }

    static void run(Step step, InMemoryJournal journal) {
        switch (step) {
            case Enter enter ->
                journal.enterCommand(enter.bytes(), 0, enter.bytes().capacity(), enter.stampNs());
            case Wake wake -> journal.enterWake(wake.stampNs());
            case Snapshot _ -> journal.snapshot();
        }
    }

    static InMemoryJournal journal() {
        return new InMemoryJournal(ToyMachine::new, SETTINGS);
    }

    /// Every recorded event as hex digits.
    static List<String> events(InMemoryJournal journal) {
        var events = new ArrayList<String>();
        journal.forEachRecorded((position, buffer, offset, length) -> {
            var bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            events.add(position + ":" + HexFormat.of().formatHex(bytes));
        });
        return events;
    }

    private Step step() {
        stampNs += seed.longBetween(-5_000_000, 50_000_000);
        int source = seed.intBetween(1, 2);
        return switch (seed.intBetween(0, 11)) {
            case 0 -> new Wake(stampNs);
            case 1 -> new Snapshot();
            case 2 -> enter(source, sequences[source] + seed.longBetween(-3, 5), mark());
            case 3 -> new Enter(garbage(), stampNs);
            case 4 -> enter(source, ++sequences[source], new BeginImage());
            case 5 -> enter(0, 0, new Heartbeat());
            case 6 -> enter(source, ++sequences[source], new ReportStorage(seed.chance(50), seed.count(1_000_000)));
            default -> enter(source, ++sequences[source], mark());
        };
    }

    private Command mark() {
        return new SetMark(seed.intBetween(1, 20), seed.longBetween(1, 200), seed.longBetween(200, 900), stampNs);
    }

    private Enter enter(long source, long sequence, Command command) {
        var buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
        int length = codec.encode(source, sequence, command, buffer, 0);
        return new Enter(new UnsafeBuffer(buffer, 0, length), stampNs);
    }

    private DirectBuffer garbage() {
        var bytes = new byte[seed.count(100)];
        seed.random().nextBytes(bytes);
        return new UnsafeBuffer(bytes);
    }
}
