package io.tidegate.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.EventsMissing;
import io.tidegate.model.command.BeginImage;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.Heartbeat;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.ImageBegins;
import io.tidegate.wire.CommandCodec;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest {
    private final InMemoryJournal journal = Script.journal();
    private final CommandSender sender = new CommandSender("a", 1, journal.writer(), 100);
    private final EventReader reader = EventReader.resume(journal, EventMark.START);
    private long nowNs = 1_000_000_000_000L;

    @Test
    void theCoreDiesAfterExactlyThatManyEventsAndGoesOnFromThere() {
        turn();
        journal.crashAfter(2);
        send(new SetMark(1, 9_999, 3, 0));
        assertTrue(journal.isDown());
        long number = journal.recorded().number();
        journal.restart();
        assertEquals(number + 1, journal.recorded().number(), "the third event of that mark is made again");
    }

    @Test
    void whileTheCoreIsDownNothingIsTaken() {
        turn();
        journal.crash();
        sender.send(new SetMark(1, 9_999, 3, 0));
        assertEquals(0, sender.poll(nowNs));
        assertEquals(0, journal.step(nowNs));
    }

    @Test
    void heldReadersSeeNothingNewUntilReleased() {
        turn();
        read(reader);
        journal.holdReaders();
        send(new SetMark(1, 9_999, 3, 0));
        assertThat(read(reader)).isEmpty();
        journal.releaseReaders();
        assertThat(read(reader)).hasSize(3);
    }

    @Test
    void eventsLostBeforeASnapshotLeaveAHole() {
        turn();
        send(new SetMark(1, 9_999, 3, 0));
        read(reader);
        send(new SetMark(2, 9_999, 2, 0));
        journal.snapshot();
        journal.truncateEvents(1);
        journal.restart();
        var bytes = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
        journal.enterCommand(bytes, 0, new CommandCodec().encode(0, 0, new Heartbeat(), bytes, 0), nowNs);
        var seen = new ArrayList<Event>();
        assertThrows(EventsMissing.class, () -> {
            while (reader.poll(0, (position, header, event) -> seen.add(event)) > 0) {}
        });
    }

    @Test
    void aReaderBehindWhatWasPurgedBeginsAtTheImageAndSaysSo() {
        turn();
        var early = reader.mark();
        send(new SetMark(1, 9_999, 3, 0));
        send(new BeginImage());
        for (int entry = 0; entry < 5; entry++) {
            send(new SetMark(2, 9_999, 1, 0));
        }
        var image = EventReader.fromImage(journal);
        assertInstanceOf(ImageBegins.class, read(image).getFirst());
        journal.purgeEventsBefore(image.mark().position() - 1);
        journal.purgeEventsBefore(0);
        var late = EventReader.resume(journal, early);
        assertTrue(late.lostHistory());
        assertFalse(reader.lostHistory());
    }

    @Test
    void aReaderFromNowSeesOnlyWhatComesAfter() {
        turn();
        send(new SetMark(1, 9_999, 3, 0));
        var now = EventReader.fromNow(journal);
        assertThat(read(now)).isEmpty();
        send(new SetMark(1, 9_999, 2, 0));
        assertThat(read(now)).hasSize(2);
    }

    private void send(Command command) {
        sender.send(command).orElseThrow();
        turn();
        turn();
    }

    private void turn() {
        nowNs += 1_000_000;
        sender.poll(nowNs);
        journal.step(nowNs);
        EventReader.fromImage(journal).poll(0, (position, header, event) -> sender.onEvent(header, event));
    }

    private List<Event> read(EventReader from) {
        var events = new ArrayList<Event>();
        while (from.poll(nowNs, (position, header, event) -> events.add(event)) > 0) {}
        return events;
    }
}
