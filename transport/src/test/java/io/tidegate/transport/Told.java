package io.tidegate.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.agrona.DirectBuffer;

/// Writes down what a client was told, and fails at once when something is told that the port's contract forbids.
public final class Told implements NetworkEvents {
    public final Map<Long, HttpAnswer> answers = new LinkedHashMap<>();
    public final Map<Long, Loss> losses = new LinkedHashMap<>();
    public final Map<Integer, Loss> ends = new LinkedHashMap<>();
    public final List<Integer> connected = new ArrayList<>();
    public final List<String> frames = new ArrayList<>();
    public final List<String> all = new ArrayList<>();

    @Override
    public void answered(long callId, HttpAnswer answer, long receivedNs) {
        once(callId);
        answers.put(callId, answer);
        all.add("answered " + callId + " " + answer.status() + " " + answer.text());
    }

    @Override
    public void httpLost(long callId, Loss loss) {
        once(callId);
        losses.put(callId, loss);
        all.add("lost " + callId + " " + loss);
    }

    @Override
    public void connected(int connection) {
        check(!connected.contains(connection) && !ends.containsKey(connection), "connected twice: " + connection);
        connected.add(connection);
        all.add("connected " + connection);
    }

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs) {
        check(connected.contains(connection), "a frame before connected: " + connection);
        check(!ends.containsKey(connection), "a frame after disconnected: " + connection);
        String text = buffer.getStringWithoutLengthUtf8(offset, length);
        frames.add(text);
        all.add("frame " + connection + " " + text);
    }

    @Override
    public void disconnected(int connection, Loss loss) {
        check(ends.put(connection, loss) == null, "disconnected twice: " + connection);
        all.add("disconnected " + connection + " " + loss);
    }

    public int callsEnded() {
        return answers.size() + losses.size();
    }

    public HttpAnswer answer(long callId) {
        return Objects.requireNonNull(answers.get(callId), () -> "no answer to call " + callId + ": " + all);
    }

    public Loss loss(long callId) {
        return Objects.requireNonNull(losses.get(callId), () -> "no loss of call " + callId + ": " + all);
    }

    public Loss end(int connection) {
        return Objects.requireNonNull(ends.get(connection), () -> "no end of connection " + connection + ": " + all);
    }

    private void once(long callId) {
        check(!answers.containsKey(callId) && !losses.containsKey(callId), "told twice: call " + callId);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
