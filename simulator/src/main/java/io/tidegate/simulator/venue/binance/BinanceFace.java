package io.tidegate.simulator.venue.binance;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.number.Amount;
import io.tidegate.simulator.account.Account;
import io.tidegate.simulator.venue.Fill;
import io.tidegate.simulator.venue.OrderList;
import io.tidegate.simulator.venue.Prevented;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueListener;
import io.tidegate.simulator.venue.VenueOrder;
import io.tidegate.transport.Face;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// Binance Spot over a simulated venue: REST below `/api/v3`, the WebSocket API at `/ws-api/v3`, market streams below
/// `/ws` and at `/stream`, and the truth for tests at `/tidegate/truth`, all on one port.
///
/// It ticks the venue behind it. The same calls and the same seed give the same bytes. One thread.
public final class BinanceFace implements Face {
    /// Path of the WebSocket API.
    public static final String SOCKET_PATH = "/ws-api/v3";

    /// A connection lives so long and is then closed by the venue.
    private static final long CONNECTION_MAX_NS = 24L * 3_600 * 1_000_000_000L;

    private final SimulatedVenue venue;
    private final BinanceScript script = new BinanceScript();
    private final Limits limits;
    private final UserStreams streams;
    private final RestDoor rest;
    private final SocketDoor socket;
    private final MarketStreams marketStreams;
    private final StreamDoor streamDoor;
    private final Map<Integer, Session> sessions = new LinkedHashMap<>(); // in the order of connecting
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private long closeAllNs = Long.MAX_VALUE;

    /// @param venue its markets have at most 8 decimals; the face becomes its listener
    public BinanceFace(SimulatedVenue venue, BinanceSettings settings, long seed) {
        this.venue = venue;
        var seeds = new SplittableRandom(seed);
        limits = new Limits(settings);
        streams = new UserStreams(script, seeds.split());
        var symbols = new Symbols(venue);
        var filters = new Filters(venue, settings);
        var ids = new ClientIds(seeds.split());
        var orders = new OrderCalls(venue, symbols, filters, limits, ids);
        var operations = new Operations(new Operations.Desks(
                new MarketCalls(symbols, filters, limits),
                new TickerCalls(symbols),
                orders,
                new ReplaceCalls(venue, symbols, orders, limits, ids),
                new ListCalls(venue, symbols, filters, limits, ids),
                new AccountCalls(venue, symbols, limits, script)));
        var reception = new Reception(venue, limits, script, seeds.split());
        rest = new RestDoor(operations, reception, limits, script);
        marketStreams = new MarketStreams(symbols);
        streamDoor = new StreamDoor(marketStreams);
        socket = new SocketDoor(operations, reception, limits, streams);
        venue.listen(new Happenings());
    }

    /// What goes wrong here, to be changed by the thread that calls the face.
    public BinanceScript script() {
        return script;
    }

    /// The truth behind the face.
    public SimulatedVenue venue() {
        return venue;
    }

    /// How many orders of that client id were ever taken on, over all accounts.
    public int ordersEverPlaced(String clientOrderId) {
        return venue.ordersEverPlaced(clientOrderId);
    }

    @Override
    public void request(long exchange, HttpRequest request, String client, long nowNs, Replies out) {
        if (request.path().equals(TruthPage.PATH)) {
            out.answer(exchange, TruthPage.of(venue, request.query().equals("summary=true")));
            return;
        }
        var answer = rest.answer(request, client, script.venueNs(nowNs));
        if (script.streamBeforeAnswer()) {
            streams.flush(out);
        }
        out.answer(exchange, answer);
        streams.flush(out);
        marketStreams.flush(script.venueNs(nowNs), out);
    }

    @Override
    public void opened(int connection, HttpRequest upgrade, String client, long nowNs, Replies out) {
        boolean isStream = StreamDoor.isFor(upgrade.path());
        if (!isStream && !upgrade.path().equals(SOCKET_PATH)) {
            out.close(connection, 1008, "no such path: " + SOCKET_PATH + ", /ws and /stream are");
        } else if (script.isDown()) {
            out.close(connection, 1001, "service unavailable");
        } else if (!limits.address(client).connect(script.venueNs(nowNs))) {
            out.close(connection, 1008, "too many requests");
        } else if (isStream) {
            streamDoor.opened(connection, upgrade, script.venueNs(nowNs));
        } else {
            var options = List.of(upgrade.query().split("&", -1));
            boolean countsMicros = options.contains("timeUnit=MICROSECOND") || options.contains("timeUnit=microsecond");
            boolean showsLimits = !options.contains("returnRateLimits=false");
            sessions.put(connection, new Session(connection, client, script.venueNs(nowNs), countsMicros, showsLimits));
        }
    }

    @Override
    public void frame(int connection, DirectBuffer frame, int offset, int length, long nowNs, Replies out) {
        byte[] text = new byte[length];
        frame.getBytes(offset, text);
        if (streamDoor.owns(connection)) {
            streamDoor.frame(connection, text, script.venueNs(nowNs), out);
            return;
        }
        var session = Optional.ofNullable(sessions.get(connection));
        if (session.isEmpty()) {
            return;
        }
        byte[] answer = socket.answer(session.get(), text, script.venueNs(nowNs));
        if (script.streamBeforeAnswer()) {
            streams.flush(out);
        }
        send(connection, answer, out);
        streams.flush(out);
        marketStreams.flush(script.venueNs(nowNs), out);
    }

    @Override
    public void closed(int connection, long nowNs) {
        sessions.remove(connection);
        streams.forget(connection);
        streamDoor.closed(connection);
    }

    @Override
    public long tick(long callerNs, Replies out) {
        long nowNs = script.venueNs(callerNs);
        long nextNs = venue.tick(nowNs);
        if (script.takeTermination()) {
            streams.terminateAll(nowNs);
        }
        if (script.takeShutdown()) {
            announceShutdown(nowNs, out);
            streamDoor.announceShutdown(nowNs, out);
            closeAllNs = nowNs + script.shutdownCloseAfterNs();
        }
        streams.flush(out);
        nextNs = Math.min(nextNs, marketStreams.flush(nowNs, out));
        if (nowNs >= closeAllNs || script.isDown()) {
            closeOlderThan(Long.MAX_VALUE, "server shutdown", out);
            streamDoor.closeAll("server shutdown", out);
            closeAllNs = Long.MAX_VALUE;
        }
        closeOlderThan(nowNs - CONNECTION_MAX_NS, "connections live 24 hours", out);
        long oldestEndNs = sessions.isEmpty()
                ? Long.MAX_VALUE
                : sessions.values().iterator().next().connectedNs + CONNECTION_MAX_NS;
        nextNs = Math.min(nextNs, Math.min(closeAllNs, Math.min(oldestEndNs, streamDoor.closeOld(nowNs, out))));
        return nextNs == Long.MAX_VALUE ? nextNs : callerNs + (nextNs - nowNs);
    }

    private void announceShutdown(long nowNs, Replies out) {
        for (Session session : sessions.values()) {
            var json = new Json(session.countsMicros);
            json.beginObject();
            json.beginObject("event");
            json.text("e", "serverShutdown");
            json.time("E", nowNs);
            json.endObject();
            json.endObject();
            send(session.connection, json.bytes(), out);
        }
    }

    private void closeOlderThan(long connectedNs, String reason, Replies out) {
        while (!sessions.isEmpty() && sessions.values().iterator().next().connectedNs <= connectedNs) {
            int connection = sessions.keySet().iterator().next();
            out.close(connection, 1001, reason);
            sessions.remove(connection);
            streams.forget(connection);
        }
    }

    private void send(int connection, byte[] text, Replies out) {
        buffer.wrap(text);
        out.send(connection, buffer, 0, text.length);
    }

    /// Passes on what happens at the venue: orders are counted, accounts are told.
    private final class Happenings implements VenueListener {
        @Override
        public void accepted(VenueOrder order, long nowNs) {
            limits.orders(order.account()).placed(nowNs);
            streams.accepted(order, nowNs);
        }

        @Override
        public void filled(VenueOrder order, Fill fill) {
            if (order.fills().size() == 1) {
                limits.orders(order.account()).firstFill(fill.timeNs());
            }
            streams.filled(order, fill);
        }

        @Override
        public void working(VenueOrder order, long nowNs) {
            streams.working(order, nowNs);
        }

        @Override
        public void prevented(VenueOrder order, Prevented match) {
            streams.prevented(order, match);
        }

        @Override
        public long amended(VenueOrder order, String oldClientId, long nowNs) {
            return streams.amended(order, oldClientId, nowNs);
        }

        @Override
        public void listChanged(OrderList list, long nowNs) {
            streams.listChanged(list, nowNs);
        }

        @Override
        public void deposited(Account account, Asset asset, Amount amount, long nowNs) {
            streams.deposited(account, asset, amount, nowNs);
        }

        @Override
        public void ended(VenueOrder order, String cancelId, long nowNs) {
            streams.ended(order, cancelId, nowNs);
        }

        @Override
        public void balancesChanged(Account account, Set<Asset> assets, long nowNs) {
            streams.balancesChanged(account, assets, nowNs);
        }
    }
}
