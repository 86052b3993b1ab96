package io.tidegate.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidegate.wire.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The bytes of every version, one message of each kind that it has. They were written once and are read for ever: a
/// change of the schema that breaks them is not additive. The newest folder is also what is written; it grows with the
/// schema until it is released, those before it never change.
class GoldenTest {
    /// No machine ever wrote version 1.
    private static final int FIRST = 2;
    private static final int NEWEST = MessageHeaderDecoder.SCHEMA_VERSION;

    @Test
    void commandsOfEveryVersionAreReadForEver() throws WireException {
        for (int version = FIRST; version <= NEWEST; version++) {
            for (var line : lines(version, "commands")) {
                var bytes = bytes(line);
                assertEquals(named(line, GoldenCommands.EACH), bytes.command());
                assertEquals(5, new CommandCodec().source(bytes.buffer(), 0));
                assertEquals(77, new CommandCodec().sequence(bytes.buffer(), 0));
            }
        }
    }

    @Test
    void eventsOfEveryVersionAreReadForEver() throws WireException {
        for (int version = FIRST; version <= NEWEST; version++) {
            for (var line : lines(version, "events")) {
                var bytes = bytes(line);
                assertEquals(named(line, GoldenEvents.EACH), bytes.event());
                assertEquals(GoldenWords.HEADER, bytes.header());
            }
        }
    }

    @Test
    void whatIsWrittenIsTheNewestVersion() {
        assertEquals(
                lines(NEWEST, "commands"),
                GoldenCommands.EACH.stream()
                        .map(command -> line(command, Bytes.of(5, 77, command)))
                        .toList());
        assertEquals(
                lines(NEWEST, "events"),
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

    private static Bytes bytes(String line) {
        return new Bytes(HexFormat.of().parseHex(line, line.indexOf(' ') + 1, line.length()));
    }

    /// What the line's bytes say: the golden message of its kind.
    private static Object named(String line, List<?> messages) {
        var kind = line.substring(0, line.indexOf(' '));
        return messages.stream()
                .filter(message -> message.getClass().getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no golden message " + kind));
    }

    private static String line(Object message, Bytes bytes) {
        return message.getClass().getSimpleName() + " " + HexFormat.of().formatHex(bytes.array());
    }

    private static List<String> lines(int version, String file) {
        var name = "/golden/v" + version + "/" + file + ".hex";
        try (var in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
