package io.tidegate.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;
import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.wire.sbe.MessageHeaderDecoder;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class WireLawsTest {
    private static final long SOURCE = 5;
    private static final long SEQUENCE = 77;

    private final CommandCodec commands = new CommandCodec();
    private final EventCodec events = new EventCodec();

    @Test
    void everyKindHasAGenerator() {
        assertEquals(Kinds.COMMANDS, classes(Samples.commands(Seed.of(1))));
        assertEquals(Kinds.EVENTS, classes(Samples.events(Seed.of(1))));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Laws.forAll(seed -> {
            long source = RandomWords.any(seed);
            long sequence = RandomWords.any(seed);
            for (var command : Samples.commands(seed)) {
                var bytes = Bytes.of(commands, source, sequence, command);
                assertEquals(command, read(bytes));
                assertEquals(source, commands.source(bytes.buffer(), 0));
                assertEquals(sequence, commands.sequence(bytes.buffer(), 0));
            }
            var header = Samples.header(seed);
            for (var event : Samples.events(seed)) {
                var bytes = Bytes.of(events, header, event);
                assertEquals(event, readEvent(bytes));
                assertEquals(header, readHeader(bytes));
            }
        });
    }

    @Test
    void oneCodecServesForAnySequenceOfMessages() {
        Laws.forAll(seed -> {
            var command = Samples.command(seed);
            var event = Samples.event(seed);
            var header = Samples.header(seed);
            var buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
            int length = commands.encode(SOURCE, SEQUENCE, command, buffer, 0);
            assertEquals(command, unchecked(() -> commands.decode(buffer, 0, length)));
            int eventLength = events.encode(header, event, buffer, 0);
            assertEquals(event, unchecked(() -> events.decode(buffer, 0, eventLength)));
        });
    }

    @Test
    void aMessageTouchesOnlyItsOwnBytes() {
        Laws.forAll(seed -> {
            int offset = seed.intBetween(0, 100);
            var command = Samples.command(seed);
            var array = new byte[offset + CommandCodec.MAX_LENGTH];
            Arrays.fill(array, (byte) 0x55);
            int length = commands.encode(SOURCE, SEQUENCE, command, new UnsafeBuffer(array), offset);
            assertEquals(command, unchecked(() -> commands.decode(new UnsafeBuffer(array), offset, length)));
            assertArrayEquals(
                    Bytes.of(commands, SOURCE, SEQUENCE, command).array(),
                    Arrays.copyOfRange(array, offset, offset + length));
            for (int i = 0; i < array.length; i++) {
                if (i < offset || i >= offset + length) {
                    assertEquals(0x55, array[i], "byte " + i);
                }
            }
        });
    }

    @Test
    void everyTruncationIsRefused() {
        GoldenCommands.EACH.forEach(command -> refusesEveryTruncation(Bytes.of(commands, SOURCE, SEQUENCE, command)));
        GoldenEvents.EACH.forEach(event -> refusesEveryTruncationOfEvent(Bytes.of(events, GoldenWords.HEADER, event)));
        Laws.forAll(seed -> {
            refusesEveryTruncation(Bytes.of(commands, SOURCE, SEQUENCE, Samples.command(seed)));
            refusesEveryTruncationOfEvent(Bytes.of(events, GoldenWords.HEADER, Samples.event(seed)));
        });
    }

    @Test
    void aLengthShorterThanTheMessageIsObeyedWhateverFollowsIt() {
        Laws.forAll(seed -> {
            var bytes = Bytes.of(commands, SOURCE, SEQUENCE, Samples.command(seed));
            int length = seed.intBetween(0, bytes.length() - 1);
            assertThrows(WireException.class, () -> commands.decode(bytes.buffer(), 0, length));
        });
    }

    @Test
    void everyFlippedByteIsReadAsSomethingOrRefused() {
        Laws.forAll(100, seed -> {
            var command = Bytes.of(commands, SOURCE, SEQUENCE, Samples.command(seed));
            for (int i = 0; i < command.length(); i++) {
                isReadOrRefused(command.flipped(i, seed.intBetween(1, 255)));
            }
            var event = Bytes.of(events, GoldenWords.HEADER, Samples.event(seed));
            for (int i = 0; i < event.length(); i++) {
                isReadOrRefused(event.flipped(i, seed.intBetween(1, 255)));
            }
        });
    }

    @Test
    void everyByteOfTheGoldenMessagesMayBeAnything() {
        for (var command : GoldenCommands.EACH) {
            everyByteMayBeAnything(Bytes.of(commands, SOURCE, SEQUENCE, command));
        }
        for (var event : GoldenEvents.EACH) {
            everyByteMayBeAnything(Bytes.of(events, GoldenWords.HEADER, event));
        }
    }

    @Test
    void anyBytesAtAllAreReadAsSomethingOrRefused() {
        Laws.forAll(2_000, seed -> {
            var array = new byte[seed.intBetween(0, 400)];
            seed.random().nextBytes(array);
            if (seed.chance(80)) { // behind a header of ours, else little is ever reached
                var kind = Bytes.of(commands, SOURCE, SEQUENCE, Samples.command(seed))
                        .array();
                System.arraycopy(kind, 0, array, 0, Math.min(array.length, MessageHeaderDecoder.ENCODED_LENGTH));
            }
            isReadOrRefused(new Bytes(array));
        });
    }

    @Test
    void whatFollowsAMessageIsRefused() {
        Laws.forAll(100, seed -> {
            var bytes = Bytes.of(commands, SOURCE, SEQUENCE, Samples.command(seed));
            refusesCommand(bytes.widened(bytes.length(), 1));
            var event = Bytes.of(events, GoldenWords.HEADER, Samples.event(seed));
            refusesEvent(event.widened(event.length(), seed.intBetween(1, 40)));
        });
    }

    @Test
    void aNewerVersionWithMoreFieldsAndTextsIsReadForWhatIsKnown() {
        Laws.forAll(100, seed -> {
            for (var command : Samples.commands(seed)) {
                assertEquals(command, read(newer(seed, Bytes.of(commands, SOURCE, SEQUENCE, command))));
            }
            for (var event : Samples.events(seed)) {
                assertEquals(event, readEvent(newer(seed, Bytes.of(events, GoldenWords.HEADER, event))));
            }
        });
    }

    /// As the next version would write it: the block longer, and something behind the last text.
    private static Bytes newer(Seed seed, Bytes bytes) {
        var header = new MessageHeaderDecoder().wrap(bytes.buffer(), 0);
        int blockLength = header.blockLength();
        int more = seed.intBetween(0, 20);
        var wider = bytes.widened(MessageHeaderDecoder.ENCODED_LENGTH + blockLength, more);
        wider = wider.widened(wider.length(), seed.intBetween(0, 20));
        wider.buffer().putShort(0, (short) (blockLength + more), LITTLE_ENDIAN);
        wider.buffer().putShort(6, (short) (MessageHeaderDecoder.SCHEMA_VERSION + 1), LITTLE_ENDIAN);
        return wider;
    }

    /// Each bit alone, and the values at which signs and lengths turn.
    private void everyByteMayBeAnything(Bytes bytes) {
        for (int index = 0; index < bytes.length(); index++) {
            for (int bits = 1; bits <= 0x80; bits <<= 1) {
                isReadOrRefused(bytes.flipped(index, bits));
            }
            for (int value : new int[] {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
                isReadOrRefused(bytes.flipped(index, bytes.array()[index] ^ value));
            }
        }
    }

    /// What can be read can be written, and is read back the same.
    private void isReadOrRefused(Bytes bytes) {
        try {
            var command = bytes.command(commands);
            assertEquals(command, read(Bytes.of(commands, SOURCE, SEQUENCE, command)));
        } catch (WireException refused) {
            assertSaysWhat(refused);
        }
        try {
            var event = bytes.event(events);
            assertEquals(event, readEvent(Bytes.of(events, GoldenWords.HEADER, event)));
        } catch (WireException refused) {
            assertSaysWhat(refused);
        }
        try {
            bytes.header(events);
        } catch (WireException refused) {
            assertSaysWhat(refused);
        }
    }

    private void refusesEveryTruncation(Bytes command) {
        for (int length = 0; length < command.length(); length++) {
            refusesCommand(command.first(length));
        }
    }

    private void refusesEveryTruncationOfEvent(Bytes event) {
        for (int length = 0; length < event.length(); length++) {
            refusesEvent(event.first(length));
        }
    }

    private void refusesCommand(Bytes bytes) {
        assertSaysWhat(assertThrows(WireException.class, () -> bytes.command(commands)));
    }

    private void refusesEvent(Bytes bytes) {
        assertSaysWhat(assertThrows(WireException.class, () -> bytes.event(events)));
    }

    private static void assertSaysWhat(WireException refused) {
        assertTrue(String.valueOf(refused.getMessage()).length() > 10, refused::toString);
    }

    private Command read(Bytes bytes) {
        return unchecked(() -> bytes.command(commands));
    }

    private Event readEvent(Bytes bytes) {
        return unchecked(() -> bytes.event(events));
    }

    private EventHeader readHeader(Bytes bytes) {
        return unchecked(() -> bytes.header(events));
    }

    private static List<Class<?>> classes(List<?> messages) {
        return messages.stream().<Class<?>>map(Object::getClass).toList();
    }

    private interface Reading<T> {
        T read() throws WireException;
    }

    private static <T> T unchecked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (WireException refused) {
            throw new AssertionError(refused);
        }
    }
}
