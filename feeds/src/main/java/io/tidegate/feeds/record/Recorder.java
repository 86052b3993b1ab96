package io.tidegate.feeds.record;

import io.tidegate.feeds.Recording;
import io.tidegate.market.capture.CaptureWriter;
import io.tidegate.transport.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/// Hands what a feed receives to a thread that may wait for the disk. When that cannot keep up for as long as 64 MB of
/// messages take, messages are given up and counted, and the recording says where and how many.
///
/// Answers stand in the recording as `{"request":"GET …","answer":…}`, interruptions as `{"interrupted":"…"}`. Two
/// threads: the feed's for what [Recording] names, the writer's for [#poll] and [#close].
public final class Recorder implements Recording, AutoCloseable {
    private static final int RING_BYTES = 64 << 20;
    private static final int TURN_MAX = 1_024;
    private static final int MESSAGE = 1;
    private static final int LOST = 2;
    private static final long CHECK_EVERY_NS = 1_000_000_000L;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
            RING_BYTES + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    private final CaptureWriter writer;
    private final AtomicLong partsBegun = new AtomicLong();
    private final AtomicLong messagesKept = new AtomicLong();
    private final AtomicLong messagesLost = new AtomicLong();
    private long lost;
    private long nextCheckNs;
    private boolean isChecked = true;

    /// @param writer closed with this
    public Recorder(CaptureWriter writer) {
        this.writer = writer;
    }

    @Override
    public void frame(DirectBuffer buffer, int offset, int length, long receivedNs) {
        put(receivedNs, buffer, offset, length);
    }

    @Override
    public void answer(String request, HttpAnswer answer, long receivedNs) {
        if (answer.status() == 200) {
            note("{\"request\":\"" + request + "\",\"answer\":" + answer.text() + "}", receivedNs);
        }
    }

    @Override
    public void interrupted(String reason, long nowNs) {
        note("{\"interrupted\":\"" + reason.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\"}", nowNs);
    }

    private void note(String text, long atNs) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(atNs, new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private void put(long receivedNs, DirectBuffer buffer, int offset, int length) {
        if (lost > 0 && offer(LOST, lost, buffer, offset, 0)) {
            lost = 0;
        }
        if (lost > 0
                || length + Long.BYTES > ring.maxMsgLength()
                || !offer(MESSAGE, receivedNs, buffer, offset, length)) {
            lost++;
            messagesLost.incrementAndGet();
        }
    }

    private boolean offer(int type, long number, DirectBuffer buffer, int offset, int length) {
        int index = ring.tryClaim(type, Long.BYTES + length);
        if (index < 0) {
            return false;
        }
        MutableDirectBuffer to = ring.buffer();
        to.putLong(index, number);
        to.putBytes(index + Long.BYTES, buffer, offset, length);
        ring.commit(index);
        return true;
    }

    /// Writes what has come. The writer's thread.
    ///
    /// @return how many messages; 0 lets the caller idle
    /// @throws UncheckedIOException when the disk refuses; the recording ends with that
    public int poll(long nowNs) {
        int written = ring.read((type, buffer, index, length) -> take(type, buffer, index, length), TURN_MAX);
        isChecked &= written == 0;
        if (nowNs >= nextCheckNs) {
            nextCheckNs = nowNs + CHECK_EVERY_NS;
            if (!isChecked) {
                isChecked = true;
                check();
            }
        }
        return written;
    }

    private void take(int type, DirectBuffer buffer, int index, int length) {
        try {
            long number = buffer.getLong(index);
            if (type == LOST) {
                writer.lost(number);
                return;
            }
            byte[] message = new byte[length - Long.BYTES];
            buffer.getBytes(index + Long.BYTES, message);
            if (writer.write(number, message)) {
                partsBegun.incrementAndGet();
            }
            messagesKept.incrementAndGet();
        } catch (IOException full) {
            throw new UncheckedIOException("cannot record", full);
        }
    }

    private void check() {
        try {
            writer.check();
        } catch (IOException full) {
            throw new UncheckedIOException("cannot record", full);
        }
    }

    /// How many files were begun: whenever it grows, the books' snapshots are wanted. Any thread.
    public long partsBegun() {
        return partsBegun.get();
    }

    /// How many messages were written. Any thread.
    public long messagesKept() {
        return messagesKept.get();
    }

    /// How many messages were given up. Any thread.
    public long messagesLost() {
        return messagesLost.get();
    }

    /// Writes what is left and ends the recording; after the feed's last call.
    @Override
    public void close() {
        try {
            while (ring.read((type, buffer, index, length) -> take(type, buffer, index, length), TURN_MAX) > 0) {
                Thread.onSpinWait();
            }
            writer.close();
        } catch (IOException full) {
            throw new UncheckedIOException("cannot end the recording", full);
        }
    }
}
