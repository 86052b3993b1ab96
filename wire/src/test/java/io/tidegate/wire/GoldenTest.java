package io.tidegate.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The bytes of version 1, one message of each kind. They were written once and are read for ever: a change of the
/// schema that breaks them is not additive. A later version adds a folder of its own and keeps reading this one.
class GoldenTest {
    @Test
    void commandsOfVersion1AreReadForEver() throws WireException {
        for (int i = 0; i < GoldenCommands.EACH.size(); i++) {
            var command = GoldenCommands.EACH.get(i);
            var bytes = bytes("commands", i, (Record) command);
            assertEquals(command, bytes.command());
            assertEquals(5, new CommandCodec().source(bytes.buffer(), 0));
            assertEquals(77, new CommandCodec().sequence(bytes.buffer(), 0));
        }
    }

    @Test
    void eventsOfVersion1AreReadForEver() throws WireException {
        for (int i = 0; i < GoldenEvents.EACH.size(); i++) {
            var event = GoldenEvents.EACH.get(i);
            var bytes = bytes("events", i, (Record) event);
            assertEquals(event, bytes.event());
            assertEquals(GoldenWords.HEADER, bytes.header());
        }
    }

    @Test
    void whatIsWrittenIsVersion1() {
        assertEquals(
                lines("commands"),
                GoldenCommands.EACH.stream()
                        .map(command -> line(command, Bytes.of(5, 77, command)))
                        .toList());
        assertEquals(
                lines("events"),
                GoldenEvents.EACH.stream()
                        .map(event -> line(event, Bytes.of(GoldenWords.HEADER, event)))
                        .toList());
    }

    @Test
    void everyKindHasItsBytes() {
        assertEquals(
                Kinds.COMMANDS,
                GoldenCommands.EACH.stream().<Class<?>>map(Object::getClass).toList());
        var events = new ArrayList<Class<?>>();
        GoldenEvents.EACH.forEach(event -> events.add(event.getClass()));
        assertEquals(Kinds.EVENTS, events);
    }

    private static Bytes bytes(String file, int index, Record message) {
        var line = lines(file).get(index);
        var name = message.getClass().getSimpleName() + " ";
        assertEquals(name, line.substring(0, Math.min(name.length(), line.length())));
        return new Bytes(HexFormat.of().parseHex(line, name.length(), line.length()));
    }

    private static String line(Object message, Bytes bytes) {
        return message.getClass().getSimpleName() + " " + HexFormat.of().formatHex(bytes.array());
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/golden/v1/" + file + ".hex"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
