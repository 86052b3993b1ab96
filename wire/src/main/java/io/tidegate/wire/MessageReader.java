package io.tidegate.wire;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.tidegate.wire.sbe.MessageHeaderDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;

/// Reads one message after the other, in the order in which [MessageWriter] drew it, and never beyond its length.
///
/// Every step is checked against what is left before anything is read, so that hostile bytes end in a
/// [WireException] that names the field and the byte, counted from the start of the message. A message of a newer
/// version may have a longer block, longer group entries and more behind them: that is skipped. One thread.
final class MessageReader {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CharsetDecoder unicode = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final byte[] bytes = new byte[CommandCodec.MAX_LENGTH];
    private final CharBuffer chars = CharBuffer.allocate(CommandCodec.MAX_LENGTH);
    private DirectBuffer buffer = new UnsafeBuffer(0, 0);
    private int offset;
    private int end;
    private int position;
    private int blockLength;
    private int version;

    /// Begins with the message of `length` bytes at `offset`: reads its header and returns its template id.
    int start(DirectBuffer buffer, int offset, int length) throws WireException {
        if (offset < 0 || length < 0 || length > buffer.capacity() - offset) {
            throw new WireException(
                    length + " bytes at " + offset + " are not within a buffer of " + buffer.capacity() + " bytes");
        }
        if (length < MessageHeaderDecoder.ENCODED_LENGTH || length > CommandCodec.MAX_LENGTH) {
            throw new WireException("length " + length + ", expected " + MessageHeaderDecoder.ENCODED_LENGTH + " to "
                    + CommandCodec.MAX_LENGTH + " bytes");
        }
        this.buffer = buffer;
        this.offset = offset;
        this.end = offset + length;
        this.position = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        header.wrap(buffer, offset);
        blockLength = header.blockLength();
        version = header.version();
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new WireException(
                    "schema " + header.schemaId() + " at byte 4, expected " + MessageHeaderDecoder.SCHEMA_ID);
        }
        if (version < 1) {
            throw new WireException("schema version " + version + " at byte 6, expected 1 or above");
        }
        return header.templateId();
    }

    /// Places the block of this kind of message.
    <D extends MessageDecoderFlyweight> D block(D decoder) throws WireException {
        checkLength("block", blockLength, decoder.sbeBlockLength());
        decoder.wrap(buffer, take("block", blockLength), blockLength, version);
        return decoder;
    }

    /// Whether a part of `length` bytes can hold the `known` ones: exactly those, or more in a newer version.
    void checkLength(String part, int length, int known) throws WireException {
        if (length < known || (length > known && version <= MessageHeaderDecoder.SCHEMA_VERSION)) {
            throw new WireException(part + " of " + length + " bytes before byte " + (position - offset) + ", expected "
                    + known + " in version " + version);
        }
    }

    /// Steps over that many bytes and says where they are.
    int take(String field, int length) throws WireException {
        if (length > end - position) {
            throw new WireException(field + " at byte " + (position - offset) + " needs " + length + " bytes, but "
                    + (end - position) + " are left");
        }
        int index = position;
        position += length;
        return index;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    /// Reads a text behind its length.
    ///
    /// @param bytesMax see [TextLimits]
    String text(String field, int bytesMax) throws WireException {
        int length = buffer.getShort(take(field, Short.BYTES), LITTLE_ENDIAN) & 0xFFFF;
        if (length > bytesMax) {
            throw new WireException(field + " of " + length + " bytes before byte " + (position - offset)
                    + ", expected at most " + bytesMax);
        }
        buffer.getBytes(take(field, length), bytes, 0, length);
        return isAscii(length) ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1) : unicode(field, length);
    }

    /// Checks that the message ends where its bytes do.
    void end() throws WireException {
        if (position != end && version <= MessageHeaderDecoder.SCHEMA_VERSION) {
            throw new WireException((end - position) + " bytes too many from byte " + (position - offset));
        }
    }

    private boolean isAscii(int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private String unicode(String field, int length) throws WireException {
        chars.clear();
        var result = unicode.reset().decode(ByteBuffer.wrap(bytes, 0, length), chars, true);
        if (result.isError()) {
            throw new WireException(
                    field + " of " + length + " bytes before byte " + (position - offset) + " is no UTF-8");
        }
        return chars.flip().toString();
    }
}
