package io.tidegate.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.tidegate.wire.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;

/// Writes one message after the other: header, block, then group entries and texts in the order of the schema.
///
/// ```text
/// | header 8 | block: envelope, fields | [size 4 | entry | entry …] | length 2, UTF-8 | length 2, UTF-8 | … |
/// ^ offset                                                                             ^ position
/// ```
///
/// One thread. Allocates nothing, unless a text is beyond ASCII.
final class MessageWriter {
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CharsetEncoder unicode = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer encoded = ByteBuffer.allocate(CommandCodec.MAX_LENGTH);
    private MutableDirectBuffer buffer = new UnsafeBuffer(0, 0);
    private int offset;
    private int position;

    /// Begins a message at `offset`.
    void start(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        this.position = offset;
    }

    /// Writes the header of this kind of message and places its block; the envelope in it is the codec's to fill.
    <E extends MessageEncoderFlyweight> E block(E encoder) {
        header.wrap(buffer, offset)
                .blockLength(encoder.sbeBlockLength())
                .templateId(encoder.sbeTemplateId())
                .schemaId(encoder.sbeSchemaId())
                .version(encoder.sbeSchemaVersion());
        encoder.wrap(buffer, offset + MessageHeaderEncoder.ENCODED_LENGTH);
        position = offset + MessageHeaderEncoder.ENCODED_LENGTH + encoder.sbeBlockLength();
        return encoder;
    }

    /// Makes room for that many bytes and says where they are.
    int reserve(int bytes) {
        int index = position;
        position += bytes;
        return index;
    }

    MutableDirectBuffer buffer() {
        return buffer;
    }

    /// Writes a text behind its length.
    ///
    /// @param bytesMax see [TextLimits]
    /// @throws IllegalArgumentException when it is longer, or no Unicode; names the field and the size
    void text(String field, String value, int bytesMax) {
        if (value.length() > bytesMax) { // a character has at least one byte
            throw tooLong(field, value, bytesMax);
        }
        int bytes = ascii(value) ? value.length() : unicode(field, value, bytesMax);
        buffer.putShort(position, (short) bytes, LITTLE_ENDIAN);
        position += Short.BYTES + bytes;
    }

    /// Bytes of the message so far.
    int length() {
        return position - offset;
    }

    /// Writes the text; false, with the rest unwritten, when it is beyond ASCII.
    private boolean ascii(String value) {
        int start = position + Short.BYTES;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            buffer.putByte(start + i, (byte) c);
        }
        return true;
    }

    private int unicode(String field, String value, int bytesMax) {
        encoded.clear().limit(bytesMax);
        var result = unicode.reset().encode(CharBuffer.wrap(value), encoded, true);
        if (result.isOverflow()) {
            throw tooLong(field, value, bytesMax);
        }
        if (result.isError()) {
            throw new IllegalArgumentException(
                    field + " of " + value.length() + " characters is no Unicode: a surrogate stands alone");
        }
        buffer.putBytes(position + Short.BYTES, encoded.array(), 0, encoded.position());
        return encoded.position();
    }

    private static IllegalArgumentException tooLong(String field, String value, int bytesMax) {
        return new IllegalArgumentException(
                field + " of " + value.length() + " characters is longer than " + bytesMax + " bytes of UTF-8");
    }
}
