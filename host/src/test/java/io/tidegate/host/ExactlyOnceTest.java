package io.tidegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.MarkSet;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactlyOnceTest {
    private static final int COMMANDS = 60;
    private static final long TURN_NS = 100_000_000;
    private static final int TURNS_MAX = 10_000;

    @Test
    void whateverIsLostRepeatedOrKilledEachCommandIsAppliedOnceAndInOrder() {
        Laws.forAll(seed -> {
            var journal = Script.journal();
            var sender = new CommandSender("api", seed.random().nextLong(), journal.writer(), 16);
            var reader = EventReader.resume(journal, EventMark.START);
            var applied = new ArrayList<Long>();
            long nowNs = 1_000_000_000_000L;
            int sent = 0;
            for (int turn = 0; sender.acknowledgedSequence() < COMMANDS; turn++, nowNs += TURN_NS) {
                assertTrue(turn < TURNS_MAX, () -> "stuck at " + applied);
                while (sent < COMMANDS
                        && sender.send(new SetMark(sent + 1, 1, 401, 0)).isPresent()) {
                    sent++;
                }
                faults(seed, journal, turn);
                sender.poll(nowNs);
                journal.step(nowNs);
                reader.poll(nowNs, (position, header, event) -> {
                    sender.onEvent(header, event);
                    if (header.source() == sender.source() && header.source() > 0 && header.index() == 0) {
                        switch (event) {
                            case MarkSet mark -> applied.add((long) mark.instrument());
                            case CommandApplied _ -> throw new AssertionError("each of these commands has an event");
                            default -> {}
                        }
                    }
                });
                if (journal.isDown()) {
                    journal.restart();
                }
            }
            assertEquals(inOrder(), applied);
        });
    }

    private static void faults(Seed seed, InMemoryJournal journal, int turn) {
        if (turn > TURNS_MAX / 2) {
            return; // let it come to an end
        }
        if (seed.chance(20)) {
            journal.loseOffers(seed.count(3));
        }
        if (seed.chance(20)) {
            journal.repeatOffers(seed.count(3));
        }
        if (seed.chance(10)) {
            journal.disconnect();
        }
        if (seed.chance(10)) {
            journal.crashAfter(seed.count(10));
        }
        if (seed.chance(5)) {
            journal.snapshot();
        }
        if (seed.chance(5)) {
            journal.shiftStampNs(seed.longBetween(-2_000_000_000, 1_000_000_000));
        }
    }

    private static List<Long> inOrder() {
        var numbers = new ArrayList<Long>();
        for (long number = 1; number <= COMMANDS; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
