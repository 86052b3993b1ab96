package io.tidegate.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.OpenSource;
import io.tidegate.model.command.PlaceOrder;
import io.tidegate.model.command.ProposeChildren;
import io.tidegate.model.command.ReportUnknown;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.HeartbeatSeen;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.order.ChildTerms;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.wire.sbe.MessageHeaderDecoder;
import io.tidegate.wire.sbe.PlaceOrderDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.agrona.sbe.MessageDecoderFlyweight;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final int TEXT_OF_ASSET = CommandCodec.ENVELOPE_LENGTH;

    @Test
    void theGeneratedDecodersAgreeAboutEveryMessage() throws ReflectiveOperationException {
        for (var command : GoldenCommands.EACH) {
            assertGeneratedDecoderAgrees(command.getClass(), Bytes.of(5, 77, command));
        }
        for (var event : GoldenEvents.EACH) {
            assertGeneratedDecoderAgrees(event.getClass(), Bytes.of(GoldenWords.HEADER, event));
        }
    }

    @Test
    void theGeneratedDecoderReadsGroupAndTextsOfAnOrder() {
        var bytes = Bytes.of(5, 77, new PlaceOrder(GoldenWords.TERMS, GoldenWords.PROPOSAL, 8));
        var order = new PlaceOrderDecoder().wrapAndApplyHeader(bytes.buffer(), 0, new MessageHeaderDecoder());
        assertEquals(77, order.envelope().sequence());
        assertEquals(8, order.receivedNs());
        var proposal = order.proposal();
        assertEquals(2, proposal.count());
        assertEquals(3, proposal.next().terms().venueAccount());
        assertEquals(100_000, proposal.next().terms().quantity());
        assertEquals("desk-7", order.account());
        assertEquals("momentum", order.strategy());
        assertEquals("k-42", order.clientKey());
        assertEquals("{\"desk\":\"Zürich\"}", order.metadata());
    }

    @Test
    void aForeignSchemaIsRefused() {
        var bytes = Bytes.of(5, 77, new DefineAsset("BTC"));
        bytes.buffer().putShort(4, (short) 111, LITTLE_ENDIAN);
        assertRefused("schema 111 at byte 4, expected 7463", bytes);
    }

    @Test
    void aVersionBeforeTheFirstIsRefused() {
        var bytes = Bytes.of(5, 77, new DefineAsset("BTC"));
        bytes.buffer().putShort(6, (short) 0, LITTLE_ENDIAN);
        assertRefused("schema version 0 at byte 6, expected 1 or above", bytes);
    }

    @Test
    void anEventIsNoCommandAndACommandNoEvent() {
        var event = Bytes.of(GoldenWords.HEADER, new HeartbeatSeen());
        assertRefused("message 107: no command has this template id", event);
        var command = Bytes.of(5, 77, new DefineAsset("BTC"));
        var problem = assertThrows(WireException.class, command::event);
        assertEquals("message 7: no event has this template id", problem.getMessage());
    }

    @Test
    void aShorterBlockThanTheVersionHasIsRefused() {
        var bytes = Bytes.of(5, 77, new DefineAsset("BTC"));
        bytes.buffer().putShort(0, (short) 15, LITTLE_ENDIAN);
        assertRefused(
                "message 7: block of 15 bytes before byte 8, expected 16 in version "
                        + MessageHeaderDecoder.SCHEMA_VERSION,
                bytes);
    }

    @Test
    void aTextThatClaimsMoreThanIsThereIsRefused() {
        var bytes = Bytes.of(5, 77, new DefineAsset("BTC"));
        bytes.buffer().putShort(TEXT_OF_ASSET, (short) 4, LITTLE_ENDIAN);
        assertRefused("message 7: code at byte 26 needs 4 bytes, but 3 are left", bytes);
        bytes.buffer().putShort(TEXT_OF_ASSET, (short) -1, LITTLE_ENDIAN);
        assertRefused("message 7: code of 65535 bytes before byte 26, expected at most 256", bytes);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        for (var hostile : List.of("\u00C3(B", "\u00C0\u0080B", "\u00ED\u00A0\u0080", "\u00E2\u0082B", "BT\u00F0")) {
            var bytes = Bytes.of(5, 77, new DefineAsset("BTC"));
            bytes.buffer().putBytes(TEXT_OF_ASSET + 2, hostile.getBytes(StandardCharsets.ISO_8859_1));
            assertRefused("message 7: code of 3 bytes before byte 29 is no UTF-8", bytes);
        }
    }

    @Test
    void aProposalOfMoreThanSixteenIsRefused() {
        var bytes = Bytes.of(5, 77, new ProposeChildren(1, 1, GoldenWords.PROPOSAL));
        int group = CommandCodec.ENVELOPE_LENGTH + 12;
        bytes.buffer().putShort(group + 2, (short) 17, LITTLE_ENDIAN);
        assertRefused("message 14: proposal of 17 children, expected at most 16", bytes);
        bytes.buffer().putShort(group + 2, (short) 3, LITTLE_ENDIAN);
        assertRefused("message 14: proposal at byte 86 needs 23 bytes, but 0 are left", bytes);
    }

    @Test
    void aRecordThatItsOwnRulesRefuseIsNotRead() {
        var bytes = Bytes.of(5, 77, new SetGrid(1, 2, GoldenWords.GRID));
        bytes.buffer().putLong(CommandCodec.ENVELOPE_LENGTH + 8, 0, LITTLE_ENDIAN);
        assertRefused("message 10: no grid: tick 0, lot 10, quantity 20 to 9000000000, notional from 5.5", bytes);
    }

    @Test
    void aLengthThatTheBufferDoesNotHaveIsRefused() {
        var bytes = Bytes.of(5, 77, new DefineAsset("BTC"));
        var codec = new CommandCodec();
        assertThrows(WireException.class, () -> codec.decode(bytes.buffer(), 0, bytes.length() + 1));
        assertThrows(WireException.class, () -> codec.decode(bytes.buffer(), 1, Integer.MAX_VALUE));
        assertThrows(WireException.class, () -> codec.decode(bytes.buffer(), -1, 8));
        assertThrows(WireException.class, () -> codec.decode(bytes.buffer(), 0, -1));
    }

    @Test
    void aTextThatIsTooLongIsNotWritten() {
        assertNotWritten("code of 257 characters is longer than 256 bytes of UTF-8", new DefineAsset("B".repeat(257)));
        assertNotWritten(
                "name of 129 characters is longer than 256 bytes of UTF-8", new OpenSource("é".repeat(129), 1));
        assertNotWritten(
                "reason of 1025 characters is longer than 1024 bytes of UTF-8", new ReportUnknown(1, "r".repeat(1025)));
        assertEquals(CommandCodec.ENVELOPE_LENGTH + 2 + 256, written(new DefineAsset("é".repeat(128))));
        var asset = new AssetDefined(new Asset(1, "B".repeat(257)));
        assertThrows(IllegalArgumentException.class, () -> Bytes.of(GoldenWords.HEADER, asset));
    }

    @Test
    void aTextThatIsNoUnicodeIsNotWritten() {
        assertNotWritten("code of 3 characters is no Unicode: a surrogate stands alone", new DefineAsset("B\uD834C"));
        assertNotWritten("code of 1 characters is no Unicode: a surrogate stands alone", new DefineAsset("\uD834"));
    }

    @Test
    void aProposalOfMoreThanSixteenIsNotWritten() {
        var child = new ChildTerms(1, OrderType.LIMIT, TimeInForce.GTC, 1, 1, false);
        assertNotWritten(
                "proposal of 17 children, at most 16", new ProposeChildren(1, 1, Collections.nCopies(17, child)));
    }

    @Test
    void everyMessageFitsWithAllItsTextsAtTheirLongest() {
        for (var command : GoldenCommands.EACH) {
            int length = Longest.length(command, longest -> Bytes.of(5, 77, (Command) longest));
            assertTrue(length <= CommandCodec.MAX_LENGTH, command.getClass() + " has " + length + " bytes");
        }
        for (var event : GoldenEvents.EACH) {
            int length = Longest.length(event, longest -> Bytes.of(GoldenWords.HEADER, (Event) longest));
            assertTrue(length <= EventCodec.MAX_LENGTH, event.getClass() + " has " + length + " bytes");
        }
    }

    private static void assertGeneratedDecoderAgrees(Class<?> kind, Bytes bytes) throws ReflectiveOperationException {
        var decoder = Class.forName("io.tidegate.wire.sbe." + kind.getSimpleName() + "Decoder")
                .asSubclass(MessageDecoderFlyweight.class)
                .getConstructor()
                .newInstance();
        var header = new MessageHeaderDecoder().wrap(bytes.buffer(), 0);
        assertEquals(decoder.sbeTemplateId(), header.templateId());
        assertEquals(decoder.sbeBlockLength(), header.blockLength());
        decoder.wrap(bytes.buffer(), MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
        assertEquals(bytes.length() - MessageHeaderDecoder.ENCODED_LENGTH, decoder.sbeDecodedLength(), kind::getName);
    }

    private static int written(Command command) {
        return Bytes.of(5, 77, command).length();
    }

    private static void assertNotWritten(String why, Command command) {
        var problem = assertThrows(IllegalArgumentException.class, () -> Bytes.of(5, 77, command));
        assertEquals(why, problem.getMessage());
    }

    private static void assertRefused(String why, Bytes bytes) {
        assertEquals(why, assertThrows(WireException.class, bytes::command).getMessage());
    }
}
