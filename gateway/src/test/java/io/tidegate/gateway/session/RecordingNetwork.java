package io.tidegate.gateway.session;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/// Writes down what is asked of it, and tells what a test says.
final class RecordingNetwork implements Network {
    final List<String> asked = new ArrayList<>();
    final ArrayDeque<Consumer<NetworkEvents>> toTell = new ArrayDeque<>();

    @Override
    public void http(long callId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
        asked.add("http " + callId + " lane " + lane + " " + request.target());
    }

    @Override
    public void connect(int connection, Endpoint to, String target, long timeoutNs) {
        asked.add("connect " + connection);
    }

    @Override
    public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
        asked.add("send " + connection);
        return true;
    }

    @Override
    public void close(int connection) {
        asked.add("close " + connection);
    }

    @Override
    public int poll(NetworkEvents to, int limit) {
        int count = toTell.size();
        while (!toTell.isEmpty()) {
            toTell.removeFirst().accept(to);
        }
        return count;
    }

    @Override
    public void close() {}
}
