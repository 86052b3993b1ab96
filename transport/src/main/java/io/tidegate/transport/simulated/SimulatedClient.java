package io.tidegate.transport.simulated;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// One client's view of the simulated network. What has arrived waits here, unbounded, until the client polls.
final class SimulatedClient implements Network {
    private static final int LANE_COUNT = 16;

    private final SimulatedNetwork network;
    private final String address;
    private final Map<Endpoint, Lane[]> lanes = new LinkedHashMap<>();
    private final Map<Integer, Socket> sockets = new TreeMap<>();
    /// Looked up only, never iterated.
    private final Set<Long> callIds = new HashSet<>();

    private final Deque<Consumer<NetworkEvents>> inbox = new ArrayDeque<>();
    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private boolean isClosed;

    SimulatedClient(SimulatedNetwork network, String address) {
        this.network = network;
        this.address = address;
    }

    String address() {
        return address;
    }

    @Override
    public void http(long callId, int lane, Endpoint to, HttpRequest request, long timeoutNs) {
        checkOpen();
        if (lane < 0 || lane >= LANE_COUNT) {
            throw new IllegalArgumentException("lane " + lane + ": expected 0 to 15");
        }
        request.checkSendable();
        if (!callIds.add(callId)) {
            throw new IllegalArgumentException("call " + callId + " is still under way");
        }
        Endpoint origin = SimulatedNetwork.origin(to);
        Lane[] those = lanes.computeIfAbsent(origin, o -> {
            Lane[] made = new Lane[LANE_COUNT];
            for (int i = 0; i < LANE_COUNT; i++) {
                made[i] = new Lane(network, this, network.link(address, o));
            }
            return made;
        });
        those[lane].submit(callId, request, timeoutNs);
    }

    @Override
    public void connect(int connection, Endpoint to, String target, long timeoutNs) {
        checkOpen();
        HttpRequest.of("GET", target, List.of()).checkSendable();
        Socket socket = new Socket(network, this, connection, network.link(address, SimulatedNetwork.origin(to)));
        if (sockets.putIfAbsent(connection, socket) != null) {
            throw new IllegalArgumentException("connection " + connection + " is still open");
        }
        socket.open(target, timeoutNs);
    }

    @Override
    public boolean send(int connection, DirectBuffer buffer, int offset, int length) {
        Socket socket = sockets.get(connection);
        if (socket == null || !socket.isOpenForClient()) {
            return false;
        }
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        socket.sendToFace(bytes);
        return true;
    }

    @Override
    public void close(int connection) {
        Socket socket = sockets.get(connection);
        if (socket != null) {
            socket.closeByClient();
        }
    }

    @Override
    public int poll(NetworkEvents to, int limit) {
        int told = 0;
        while (told < limit && !inbox.isEmpty()) {
            inbox.remove().accept(to);
            told++;
        }
        return told;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        inbox.clear();
        for (Lane[] those : lanes.values()) {
            for (Lane lane : those) {
                lane.abandon();
            }
        }
        sockets.values().forEach(Socket::abandon);
        sockets.clear();
        network.forget(this);
    }

    void answered(long callId, HttpAnswer answer, long receivedNs) {
        network.trace("answered", callId, answer.body());
        inbox.add(to -> {
            callIds.remove(callId);
            to.answered(callId, answer, receivedNs);
        });
    }

    void httpLost(long callId, Loss loss) {
        network.trace("lost", callId, SimulatedNetwork.NOTHING);
        inbox.add(to -> {
            callIds.remove(callId);
            to.httpLost(callId, loss);
        });
    }

    void connected(Socket socket) {
        network.trace("connected", socket.id(), SimulatedNetwork.NOTHING);
        inbox.add(to -> {
            socket.toldConnected();
            to.connected(socket.id());
        });
    }

    void frame(Socket socket, byte[] bytes, long receivedNs) {
        network.trace("frame", socket.id(), bytes);
        inbox.add(to -> {
            frame.wrap(bytes);
            to.frame(socket.id(), frame, 0, bytes.length, receivedNs);
        });
    }

    void disconnected(Socket socket, Loss loss) {
        network.trace("disconnected", socket.id(), SimulatedNetwork.NOTHING);
        inbox.add(to -> {
            sockets.remove(socket.id());
            to.disconnected(socket.id(), loss);
        });
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException("the network of " + address + " is closed");
        }
    }
}
