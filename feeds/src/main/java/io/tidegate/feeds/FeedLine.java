package io.tidegate.feeds;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Loss;
import io.tidegate.transport.Network;
import io.tidegate.venues.api.MarketEffects;
import io.tidegate.venues.api.MarketSession;
import java.time.Duration;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One market session, kept alive: runs its effects on the network under names that were never used before, so that
/// what belongs to a former life of the session is not told to the present one. One thread.
final class FeedLine implements MarketEffects {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLine.class);
    private static final long START_WITHIN_NS = Duration.ofSeconds(60).toNanos();
    private static final int NONE = 0;

    private record Request(long httpId, String words) {}

    /// Where names on the network come from.
    interface Names {
        int connection(FeedLine line);

        long call(FeedLine line);
    }

    private final String name;
    private final MarketSession session;
    private final Network network;
    private final Names names;
    private final Recording recording;
    private final Reconnects reconnects;
    private final Long2ObjectHashMap<Request> requests = new Long2ObjectHashMap<>();
    private int connection = NONE;
    private boolean isStarted;
    private boolean isUp;
    private long startedNs;
    private long nextStartNs;
    private long nowNs;
    private long starts;
    private long messages;
    private long problems;
    private String lastProblem = "";

    FeedLine(String name, MarketSession session, Network network, Names names, Recording recording, long seed) {
        this.name = name;
        this.session = session;
        this.network = network;
        this.names = names;
        this.recording = recording;
        this.reconnects = new Reconnects(seed);
    }

    int poll(long now) {
        nowNs = now;
        if (!isStarted) {
            if (now < nextStartNs) {
                return 0;
            }
            isStarted = true;
            startedNs = now;
            starts++;
            session.start(now, this);
            return 1;
        }
        session.tick(now, this);
        if (isStarted && !isUp && now - startedNs > START_WITHIN_NS) {
            close();
            down("not up within " + Duration.ofNanos(START_WITHIN_NS).toSeconds() + " s");
        }
        return 0;
    }

    void connected(int on, long now) {
        nowNs = now;
        if (on == connection) {
            session.connected(now, this);
        }
    }

    void frame(int on, DirectBuffer buffer, int offset, int length, long receivedNs, long now) {
        nowNs = now;
        if (on == connection) {
            messages++;
            recording.frame(buffer, offset, length, receivedNs);
            session.frame(buffer, offset, length, receivedNs, this);
        }
    }

    void disconnected(int on, Loss loss, long now) {
        nowNs = now;
        if (on == connection) {
            connection = NONE;
            session.disconnected(loss, now, this);
            down(loss.reason()); // also where the session had given up already
        }
    }

    void answered(long call, HttpAnswer answer, long receivedNs, long now) {
        nowNs = now;
        Request request = requests.remove(call);
        if (request != null) {
            recording.answer(request.words(), answer, receivedNs);
            session.answered(request.httpId(), answer, receivedNs, this);
        }
    }

    void httpLost(long call, Loss loss, long now) {
        nowNs = now;
        Request request = requests.remove(call);
        if (request != null) {
            session.httpLost(request.httpId(), loss, now, this);
        }
    }

    void askForSnapshots(long now) {
        nowNs = now;
        session.askForSnapshots(now, this);
    }

    FeedView view() {
        return new FeedView(name, isUp, starts, messages, problems, lastProblem);
    }

    @Override
    public void connect(Endpoint to, String target, long timeoutNs) {
        connection = names.connection(this);
        network.connect(connection, to, target, timeoutNs);
    }

    @Override
    public boolean send(DirectBuffer buffer, int offset, int length) {
        return connection != NONE && network.send(connection, buffer, offset, length);
    }

    @Override
    public void close() {
        if (connection != NONE) {
            network.close(connection);
            connection = NONE;
        }
    }

    @Override
    public void http(long httpId, Endpoint to, HttpRequest request, long timeoutNs) {
        long call = names.call(this);
        requests.put(call, new Request(httpId, request.method() + " " + request.target()));
        network.http(call, (int) (call & 7), to, request, timeoutNs);
    }

    @Override
    public void up() {
        isUp = true;
        reconnects.up(nowNs);
        LOG.info("feed up name={}", name);
    }

    @Override
    public void down(String reason) {
        if (isStarted) {
            isStarted = false;
            isUp = false;
            nextStartNs = reconnects.failed(nowNs);
            lastProblem = reason;
            recording.interrupted(name + ": " + reason, nowNs);
            LOG.warn("feed down name={} reason=\"{}\" againInMs={}", name, reason, (nextStartNs - nowNs) / 1_000_000);
        }
    }

    @Override
    public void problem(String what, String raw) {
        problems++;
        lastProblem = what;
        LOG.warn("feed problem name={} what=\"{}\" raw={}", name, what, raw);
    }
}
