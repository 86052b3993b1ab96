package io.tidegate.wire;

import io.tidegate.model.command.Command;
import io.tidegate.model.event.Event;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/// The bytes of one message, alone in an array of just that length.
record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] array) { // compared by no test, only read

    static Bytes of(long source, long sequence, Command command) {
        return of(new CommandCodec(), source, sequence, command);
    }

    static Bytes of(CommandCodec codec, long source, long sequence, Command command) {
        var array = new byte[CommandCodec.MAX_LENGTH];
        int length = codec.encode(source, sequence, command, new UnsafeBuffer(array), 0);
        return new Bytes(Arrays.copyOf(array, length));
    }

    static Bytes of(EventHeader header, Event event) {
        return of(new EventCodec(), header, event);
    }

    static Bytes of(EventCodec codec, EventHeader header, Event event) {
        var array = new byte[EventCodec.MAX_LENGTH];
        int length = codec.encode(header, event, new UnsafeBuffer(array), 0);
        return new Bytes(Arrays.copyOf(array, length));
    }

    int length() {
        return array.length;
    }

    UnsafeBuffer buffer() {
        return new UnsafeBuffer(array);
    }

    Bytes first(int length) {
        return new Bytes(Arrays.copyOf(array, length));
    }

    /// The same with one byte changed.
    Bytes flipped(int index, int bits) {
        var changed = array.clone();
        changed[index] ^= (byte) bits;
        return new Bytes(changed);
    }

    /// The same with `count` bytes of 0x7F put in before `index`.
    Bytes widened(int index, int count) {
        var wider = new byte[array.length + count];
        Arrays.fill(wider, (byte) 0x7F);
        System.arraycopy(array, 0, wider, 0, index);
        System.arraycopy(array, index, wider, index + count, array.length - index);
        return new Bytes(wider);
    }

    Command command() throws WireException {
        return command(new CommandCodec());
    }

    Command command(CommandCodec codec) throws WireException {
        return codec.decode(buffer(), 0, array.length);
    }

    Event event() throws WireException {
        return event(new EventCodec());
    }

    Event event(EventCodec codec) throws WireException {
        return codec.decode(buffer(), 0, array.length);
    }

    EventHeader header() throws WireException {
        return header(new EventCodec());
    }

    EventHeader header(EventCodec codec) throws WireException {
        return codec.header(buffer(), 0, array.length);
    }
}
