package io.tidegate.feeds;

import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.transport.Network;
import io.tidegate.transport.NetworkEvents;
import io.tidegate.venues.api.MarketSession;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/// All market sessions of one loop: what the network tells goes to the session it belongs to, which writes its books on
/// this thread; what drops is connected again with growing patience.
///
/// Deterministic on a simulated network. One thread, but for [#views].
public final class MarketFeed implements AutoCloseable {
    private static final int TURN_MAX = 256;
    private static final long WATCH_EVERY_NS = 1_000_000;

    private final Network network;
    private final Recording recording;
    private final List<FeedLine> lines = new ArrayList<>();
    private final Int2ObjectHashMap<FeedLine> byConnection = new Int2ObjectHashMap<>();
    private final Long2ObjectHashMap<FeedLine> byCall = new Long2ObjectHashMap<>();
    private final SplittableRandom seeds;
    private final Told told = new Told();
    private volatile List<FeedView> views = List.of();
    private int lastConnection;
    private long lastCall;
    private long nowNs;
    private long nextWatchNs;

    /// @param network   this feed's alone; closed with it
    /// @param recording takes everything that is received
    /// @param seed      spreads the reconnects
    public MarketFeed(Network network, Recording recording, long seed) {
        this.network = network;
        this.recording = recording;
        this.seeds = new SplittableRandom(seed);
    }

    /// Takes a session to be kept alive; it starts with the next turn.
    ///
    /// @param name for operators, such as `binance-1`
    public void add(String name, MarketSession session) {
        lines.add(new FeedLine(name, session, network, told, recording, seeds.nextLong()));
    }

    /// Does a bounded turn.
    ///
    /// @param now nanoseconds since 1970 UTC, never smaller than before
    /// @return how many things it did; 0 lets the caller idle
    public int poll(long now) {
        nowNs = now;
        int work = network.poll(told, TURN_MAX);
        for (FeedLine line : lines) {
            work += line.poll(now);
        }
        if (now >= nextWatchNs) {
            nextWatchNs = now + WATCH_EVERY_NS;
            views = lines.stream().map(FeedLine::view).toList();
        }
        return work;
    }

    /// Has every book's snapshot asked for, so that a recording that begins now can be replayed by itself.
    public void askForSnapshots(long now) {
        lines.forEach(line -> line.askForSnapshots(now));
    }

    /// How each line is, as of a moment ago. Any thread.
    public List<FeedView> views() {
        return views;
    }

    /// Closes the network; the books keep what they showed last, so whoever reads them must be stopped before.
    @Override
    public void close() {
        network.close();
    }

    /// Brings what the network tells to its line.
    private final class Told implements NetworkEvents, FeedLine.Names {
        @Override
        public int connection(FeedLine line) {
            byConnection.put(++lastConnection, line);
            return lastConnection;
        }

        @Override
        public long call(FeedLine line) {
            byCall.put(++lastCall, line);
            return lastCall;
        }

        @Override
        public void answered(long callId, HttpAnswer answer, long receivedNs) {
            FeedLine line = byCall.remove(callId);
            if (line != null) {
                line.answered(callId, answer, receivedNs, nowNs);
            }
        }

        @Override
        public void httpLost(long callId, Loss loss) {
            FeedLine line = byCall.remove(callId);
            if (line != null) {
                line.httpLost(callId, loss, nowNs);
            }
        }

        @Override
        public void connected(int connection) {
            FeedLine line = byConnection.get(connection);
            if (line != null) {
                line.connected(connection, nowNs);
            }
        }

        @Override
        public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs) {
            FeedLine line = byConnection.get(connection);
            if (line != null) {
                line.frame(connection, buffer, offset, length, receivedNs, nowNs);
            }
        }

        @Override
        public void disconnected(int connection, Loss loss) {
            FeedLine line = byConnection.remove(connection);
            if (line != null) {
                line.disconnected(connection, loss, nowNs);
            }
        }
    }
}
