package io.tidegate.gateway;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkEvents;
import org.agrona.DirectBuffer;

/// A network on which nothing travels: scripted sessions speak in words.
final class SilentNetwork implements Network {
    @Override
    public void http(long callId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {}

    @Override
    public void connect(int connection, Endpoint to, String target, long timeoutNs) {}

    @Override
    public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
        return false;
    }

    @Override
    public void close(int connection) {}

    @Override
    public int poll(NetworkEvents to, int limit) {
        return 0;
    }

    @Override
    public void close() {}
}
