package io.tidegate.transport.simulated;

import io.tidegate.transport.Face;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// The host of one face: calls it with what arrives, ticks it, and takes its replies.
final class Site implements Replies {
    /// A face that asks for the present or the past is called again after this, so that time always moves on.
    private static final long SOONEST_NS = 1_000;

    private final SimulatedNetwork network;
    private final Face face;
    private final Map<Integer, Socket> sockets = new TreeMap<>();
    /// Looked up only, never iterated.
    private final Map<Long, Call> exchanges = new HashMap<>();

    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private long downUntilNs = Long.MIN_VALUE;
    private long unavailableUntilNs = Long.MIN_VALUE;
    private boolean isInCall;
    private long tickedNs = Long.MIN_VALUE;
    private long tickNs = Long.MAX_VALUE;
    private Schedule.Happening tick = Schedule.none();

    Site(SimulatedNetwork network, Face face) {
        this.network = network;
        this.face = face;
    }

    boolean hosts(Face other) {
        return face.equals(other);
    }

    boolean isDown() {
        return network.nowNs() < downUntilNs;
    }

    boolean isUnavailable() {
        return network.nowNs() < unavailableUntilNs;
    }

    void downUntil(long untilNs) {
        downUntilNs = untilNs;
        if (isDown()) {
            List.copyOf(sockets.values()).forEach(Socket::reset);
        }
    }

    void unavailableUntil(long untilNs) {
        unavailableUntilNs = untilNs;
        if (isUnavailable()) {
            List<Socket> open = new ArrayList<>(sockets.values());
            open.forEach(socket -> socket.closeByFace(1012, "service restart"));
        }
    }

    void request(Call call, String client) {
        long exchange = network.nextExchange();
        exchanges.put(exchange, call);
        network.trace("request", exchange, call.request.body());
        call(() -> face.request(exchange, call.request, client, network.nowNs(), this));
    }

    void opened(Socket socket, HttpRequest upgrade, String client) {
        sockets.put(socket.faceId(), socket);
        network.trace("opened", socket.faceId(), SimulatedNetwork.NOTHING);
        call(() -> face.opened(socket.faceId(), upgrade, client, network.nowNs(), this));
    }

    void frame(Socket socket, byte[] bytes) {
        network.trace("received", socket.faceId(), bytes);
        call(() -> {
            frame.wrap(bytes);
            face.frame(socket.faceId(), frame, 0, bytes.length, network.nowNs(), this);
        });
    }

    void closed(Socket socket) {
        sockets.remove(socket.faceId());
        network.trace("closed", socket.faceId(), SimulatedNetwork.NOTHING);
        call(() -> face.closed(socket.faceId(), network.nowNs()));
    }

    /// Ticks the face unless that has been done at this very time.
    void tickOnce() {
        if (tickedNs != network.nowNs()) {
            tick();
        }
    }

    private void tick() {
        tick.cancel();
        long nowNs = network.nowNs();
        tickedNs = nowNs;
        isInCall = true;
        long nextNs = face.tick(nowNs, this);
        isInCall = false;
        tickNs = Long.MAX_VALUE;
        if (nextNs != Long.MAX_VALUE) {
            tickAt(Math.max(nextNs, nowNs + SOONEST_NS));
        }
    }

    private void call(Runnable step) {
        isInCall = true;
        step.run();
        isInCall = false;
        tickAt(network.nowNs()); // the face may have a nearer deadline now
    }

    private void tickAt(long timeNs) {
        if (timeNs < tickNs) {
            tick.cancel();
            tickNs = timeNs;
            tick = network.at(timeNs, this::tick);
        }
    }

    @Override
    public void answer(long exchange, HttpAnswer answer) {
        checkInCall();
        Call call = exchanges.remove(exchange);
        if (call != null) {
            call.lane.answer(call, answer);
        }
    }

    @Override
    public void send(int connection, DirectBuffer buffer, int offset, int length) {
        checkInCall();
        Socket socket = sockets.get(connection);
        if (socket != null) {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            socket.sendToClient(bytes);
        }
    }

    @Override
    public void close(int connection, int code, String reason) {
        checkInCall();
        Socket socket = sockets.get(connection);
        if (socket != null) {
            socket.closeByFace(code, reason);
        }
    }

    private void checkInCall() {
        if (!isInCall) {
            throw new IllegalStateException("replies may be used only during a call to the face");
        }
    }
}
