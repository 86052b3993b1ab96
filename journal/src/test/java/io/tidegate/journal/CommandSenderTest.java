package io.tidegate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.journal.ScriptedWriter.Offered;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.event.CommandApplied;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.SourceOpened;
import io.tidegate.model.event.SourceStands;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.wire.EventHeader;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandSenderTest {
    private static final long SECOND = 1_000_000_000;
    private static final long SOURCE = 7;
    private static final long NONCE = 99;

    private final ScriptedWriter writer = new ScriptedWriter();
    private final CommandSender sender = new CommandSender("api", NONCE, writer, 4);

    @Test
    void itOpensItsSourceAndAsksAgainEachSecondUntilItIsOpen() {
        sender.poll(0);
        sender.poll(SECOND / 2);
        sender.poll(SECOND);
        var opening = new Offered(0, NONCE, new OpenSource("api", NONCE));
        assertEquals(List.of(opening, opening), writer.take());
        event(0, NONCE, new SourceOpened(SOURCE, "api", NONCE));
        sender.poll(3 * SECOND);
        assertTrue(sender.isOpen());
        assertThat(writer.take()).isEmpty();
    }

    @Test
    void itNumbersCommandsFromOneAndIsBusyWhenTheWindowIsFull() {
        open();
        for (int command = 1; command <= 4; command++) {
            assertEquals(command, sender.send(new DefineAsset("A" + command)).orElseThrow());
        }
        assertTrue(sender.send(new DefineAsset("A5")).isEmpty());
        sender.poll(0);
        assertThat(writer.take()).extracting(Offered::sequence).containsExactly(1L, 2L, 3L, 4L);
        event(SOURCE, 1, new CommandApplied());
        assertEquals(5, sender.send(new DefineAsset("A5")).orElseThrow());
        sender.poll(1);
        assertEquals(List.of(new Offered(SOURCE, 5, new DefineAsset("A5"))), writer.take());
    }

    @Test
    void commandsGivenBeforeItIsOpenGoOutWhenItIs() {
        sender.send(new DefineAsset("EARLY"));
        sender.poll(0);
        writer.take();
        event(0, NONCE, new SourceOpened(SOURCE, "api", NONCE));
        sender.poll(1);
        assertEquals(List.of(new Offered(SOURCE, 1, new DefineAsset("EARLY"))), writer.take());
    }

    @Test
    void whatHasNotComeBackWithinASecondIsSentAgainInOrder() {
        sendThree();
        event(SOURCE, 1, new CommandApplied());
        sender.poll(SECOND / 2);
        sender.poll(SECOND);
        assertThat(writer.take()).isEmpty();
        sender.poll(SECOND / 2 + SECOND);
        assertThat(writer.take()).extracting(Offered::sequence).containsExactly(2L, 3L);
        assertEquals(2, sender.resentCount());
    }

    @Test
    void aNewConnectionSendsAgainAtOnce() {
        sendThree();
        writer.reconnect();
        sender.poll(1);
        assertThat(writer.take()).extracting(Offered::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whenTheCoreHasMissedSomeItGoesBackOnceNotForEachRefusal() {
        sendThree();
        event(SOURCE, 2, outOfSequence());
        event(SOURCE, 3, outOfSequence());
        sender.poll(1);
        assertThat(writer.take()).extracting(Offered::sequence).containsExactly(1L, 2L, 3L);
        event(SOURCE, 3, outOfSequence());
        sender.poll(2);
        assertThat(writer.take()).isEmpty();
        assertEquals(3, sender.pendingCount());
    }

    @Test
    void aFullBufferStopsItUntilThereIsRoom() {
        open();
        writer.room(2);
        for (int command = 1; command <= 4; command++) {
            sender.send(new DefineAsset("A" + command));
        }
        sender.poll(0);
        assertThat(writer.take()).extracting(Offered::sequence).containsExactly(1L, 2L);
        writer.room(9);
        sender.poll(1);
        assertThat(writer.take()).extracting(Offered::sequence).containsExactly(3L, 4L);
    }

    @Test
    void aRefusedCommandHasComeBack() {
        sendThree();
        event(SOURCE, 1, new CommandRefused(Refusal.of(RefusalCode.BAD_FIELD, "code", "x", "y")));
        assertEquals(1, sender.acknowledgedSequence());
    }

    @Test
    void theLineOfAnImageSaysWhatWasAppliedWhileNobodyRead() {
        sendThree();
        event(0, 0, new SourceStands(SOURCE, "api", 2));
        assertEquals(2, sender.acknowledgedSequence());
    }

    @Test
    void aLaterOpeningOfTheSameNameDisplacesItForGood() {
        sendThree();
        event(0, 5, new SourceOpened(SOURCE + 1, "api", 5));
        assertTrue(sender.isDisplaced());
        assertTrue(sender.send(new DefineAsset("LATE")).isEmpty());
        sender.poll(10 * SECOND);
        assertThat(writer.take()).isEmpty();
        assertEquals(3, sender.pendingCount());
    }

    @Test
    void anEarlierOpeningOfTheSameNameDoesNot() {
        event(0, 5, new SourceOpened(SOURCE - 1, "api", 5));
        assertFalse(sender.isDisplaced());
        open();
        assertTrue(sender.isOpen());
    }

    @Test
    void whatTheWireCannotCarryIsRefusedAtOnce() {
        open();
        assertThrows(IllegalArgumentException.class, () -> sender.send(new DefineAsset("A".repeat(10_000))));
        assertEquals(1, sender.send(new DefineAsset("A")).orElseThrow());
    }

    private void open() {
        sender.poll(0);
        event(0, NONCE, new SourceOpened(SOURCE, "api", NONCE));
        writer.take();
    }

    private void sendThree() {
        open();
        for (int command = 1; command <= 3; command++) {
            sender.send(new DefineAsset("A" + command));
        }
        sender.poll(0);
        writer.take();
    }

    private void event(long source, long sequence, Event event) {
        sender.onEvent(new EventHeader(1, 0, 0, source, sequence, 0, false), event);
    }

    private static CommandRefused outOfSequence() {
        return new CommandRefused(Refusal.of(RefusalCode.OUT_OF_SEQUENCE, "sequence", 2, 0));
    }
}
