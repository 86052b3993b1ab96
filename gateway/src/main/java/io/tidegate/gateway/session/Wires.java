package io.tidegate.gateway.session;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkEvents;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/// One network shared by the lines of a gateway: gives every request and connection a name of its own, so that what
/// belongs to a former life of a line is told from the present one. One thread.
public final class Wires {
    private static final int LANES = 16;

    private record Request(VenueLine line, long httpId) {}

    private record Socket(VenueLine line, int connection) {}

    private final Network network;
    private final NetworkEvents events = new Told();
    private final Long2ObjectHashMap<Request> requests = new Long2ObjectHashMap<>();
    private final Int2ObjectHashMap<Socket> sockets = new Int2ObjectHashMap<>();
    private long lastRequest;
    private int lastSocket;
    private int lastLine;
    private long nowNs;

    /// @param network belongs to this object from here on, but is closed by its maker
    public Wires(Network network) {
        this.network = network;
    }

    /// Tells the lines at most `limit` things that happened.
    ///
    /// @return how many; 0 lets the caller idle
    public int poll(long nowNs, int limit) {
        this.nowNs = nowNs;
        return network.poll(events, limit);
    }

    /// Lines spread over the network's lanes, so that one venue's queue is not another's.
    int addLine() {
        lastLine += 5;
        return lastLine;
    }

    void http(VenueLine line, int lineNumber, long httpId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
        long name = ++lastRequest;
        requests.put(name, new Request(line, httpId));
        network.http(name, (lane + lineNumber) % LANES, to, request, timeoutNs);
    }

    /// @return the name of the connection on the network
    int connect(VenueLine line, int connection, Endpoint to, String target, long timeoutNs) {
        int name = ++lastSocket;
        sockets.put(name, new Socket(line, connection));
        network.connect(name, to, target, timeoutNs);
        return name;
    }

    boolean send(int name, DirectBuffer buffer, int offset, int length) {
        return network.send(name, buffer, offset, length);
    }

    /// Closes a connection; the line is told.
    void close(int name) {
        network.close(name);
    }

    /// Closes a connection of which the line wants to hear no more.
    void forget(int name) {
        sockets.remove(name);
        network.close(name);
    }

    private final class Told implements NetworkEvents {
        @Override
        public void answered(long callId, HttpAnswer answer, long receivedNs) {
            Request request = requests.remove(callId);
            if (request != null) {
                request.line.answered(request.httpId, answer, nowNs);
            }
        }

        @Override
        public void httpLost(long callId, Loss loss) {
            Request request = requests.remove(callId);
            if (request != null) {
                request.line.httpLost(request.httpId, loss, nowNs);
            }
        }

        @Override
        public void connected(int connection) {
            Socket socket = sockets.get(connection);
            if (socket != null) {
                socket.line.connected(socket.connection, nowNs);
            }
        }

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs) {
            Socket socket = sockets.get(connection);
            if (socket != null) {
                socket.line.frame(socket.connection, buffer, offset, length, receivedNs, nowNs);
            }
        }

        @Override
        public void disconnected(int connection, Loss loss) {
            Socket socket = sockets.remove(connection);
            if (socket != null) {
                socket.line.disconnected(socket.connection, connection, loss, nowNs);
            }
        }
    }
}
