package io.tidegate.simulator.venue.binance;

import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/// The host of the market streams: raw ones below `/ws`, combined ones at `/stream` (fact sheet §1, §5.2).
final class StreamDoor {
    private static final int STREAMS_MAX = 1_024;
    private static final long CONNECTION_MAX_NS = 24L * 3_600 * 1_000_000_000L;
    private static final String METHODS =
            "`SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`";

    private final MarketStreams streams;
    private final Map<Integer, StreamSession> sessions = new LinkedHashMap<>(); // in the order of connecting
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);

    StreamDoor(MarketStreams streams) {
        this.streams = streams;
    }

    /// Whether a connection to that path is for this host.
    static boolean isFor(String path) {
        return path.equals("/ws") || path.startsWith("/ws/") || path.equals("/stream");
    }

    /// Subscribes to what the address names; a name that is no stream, such as the number by which some clients tell
    /// their connections apart, stays silent.
    void opened(int connection, HttpRequest upgrade, long nowNs) {
        boolean isCombined = upgrade.path().equals("/stream");
        String names =
                isCombined || upgrade.path().equals("/ws") ? "" : upgrade.path().substring("/ws/".length());
        boolean countsMicros = false;
        for (String option : upgrade.query().split("&", -1)) {
            if (option.equalsIgnoreCase("timeUnit=MICROSECOND")) {
                countsMicros = true;
            } else if (option.startsWith("streams=")) {
                names = option.substring("streams=".length());
            }
        }
        var session = new StreamSession(connection, nowNs, countsMicros, isCombined);
        sessions.put(connection, session);
        String decoded = names.replace("%40", "@").replace("%2F", "/").replace("%21", "!");
        for (String name : decoded.split("/", -1)) {
            if (!name.isEmpty() && session.streams.size() < STREAMS_MAX) {
                streams.subscribe(session, name, nowNs);
            }
        }
    }

    boolean owns(int connection) {
        return sessions.containsKey(connection);
    }

    void frame(int connection, byte[] frame, long nowNs, Replies out) {
        var session = sessions.get(connection);
        if (session == null) {
            return;
        }
        if (!session.mayBeHeard(nowNs)) {
            out.close(connection, 1008, "Too many requests");
            closed(connection);
            return;
        }
        byte[] answer = answer(session, frame, nowNs);
        buffer.wrap(answer);
        out.send(connection, buffer, 0, answer.length);
    }

    private byte[] answer(StreamSession session, byte[] frame, long nowNs) {
        var parsed = StreamMessage.parse(frame);
        if (parsed.isEmpty()) {
            return refused("null", 3, "Invalid JSON: expected value at line 1 column 1");
        }
        StreamMessage message = parsed.get();
        return switch (message.method()) {
            case "SUBSCRIBE", "UNSUBSCRIBE" -> change(session, message, nowNs);
            case "LIST_SUBSCRIPTIONS" ->
                result(message, out -> {
                    out.beginArray();
                    session.streams.forEach(out::text);
                    out.endArray();
                });
            case "SET_PROPERTY", "GET_PROPERTY" -> property(session, message);
            case "" -> refused(message.id(), 2, "Invalid request: missing field `method`");
            default ->
                refused(
                        message.id(),
                        2,
                        "Invalid request: unknown variant `" + message.method() + "`, expected one of " + METHODS);
        };
    }

    private byte[] change(StreamSession session, StreamMessage message, long nowNs) {
        var names = message.streams();
        if (names.isEmpty()) {
            return refused(message.id(), 2, "Invalid request: params must be an array of stream names");
        }
        boolean adds = message.method().equals("SUBSCRIBE");
        if (adds && session.streams.size() + names.get().size() > STREAMS_MAX) {
            return refused(message.id(), 2, "Invalid request: too many parameters");
        }
        for (String name : names.get()) {
            if (adds) {
                streams.subscribe(session, name, nowNs);
            } else {
                streams.unsubscribe(session, name);
            }
        }
        return result(message, Json::none);
    }

    private static byte[] property(StreamSession session, StreamMessage message) {
        var params = message.params();
        if (params.isEmpty() || !params.getFirst().asString("").equals("combined")) {
            return refused(message.id(), 0, "Unknown property");
        }
        if (message.method().equals("GET_PROPERTY")) {
            return result(message, out -> out.bool(session.isCombined));
        }
        if (params.size() != 2 || !params.get(1).isBoolean()) {
            return refused(message.id(), 1, "Invalid value type: expected Boolean");
        }
        session.isCombined = params.get(1).asBoolean();
        return result(message, Json::none);
    }

    private static byte[] result(StreamMessage message, Answer.Body body) {
        var json = new Json(false);
        json.beginObject();
        json.name("result");
        body.write(json);
        json.raw("id", message.id());
        json.endObject();
        return json.bytes();
    }

    private static byte[] refused(String id, int code, String words) {
        var json = new Json(false);
        json.beginObject();
        json.beginObject("error");
        json.number("code", code);
        json.text("msg", words);
        json.endObject();
        json.raw("id", id);
        json.endObject();
        return json.bytes();
    }

    void closed(int connection) {
        var session = sessions.remove(connection);
        if (session != null) {
            streams.forget(session);
        }
    }

    void announceShutdown(long nowNs, Replies out) {
        for (StreamSession session : sessions.values()) {
            var event = new Json(session.countsMicros);
            event.beginObject();
            event.text("e", "serverShutdown");
            event.time("E", nowNs);
            event.endObject();
            byte[] frame = event.bytes();
            if (session.isCombined) {
                var json = new Json(session.countsMicros);
                json.beginObject();
                json.text("stream", "!serverShutdown");
                json.raw("data", new String(frame, StandardCharsets.UTF_8));
                json.endObject();
                frame = json.bytes();
            }
            buffer.wrap(frame);
            out.send(session.connection, buffer, 0, frame.length);
        }
    }

    /// Closes all connections.
    void closeAll(String reason, Replies out) {
        close(List.copyOf(sessions.values()), reason, out);
    }

    /// Closes connections that have lived for 24 hours.
    ///
    /// @return when the next will have; `Long.MAX_VALUE` for never
    long closeOld(long nowNs, Replies out) {
        var old = new ArrayList<StreamSession>();
        for (StreamSession session : sessions.values()) {
            if (nowNs < session.connectedNs + CONNECTION_MAX_NS) {
                break;
            }
            old.add(session);
        }
        close(old, "connections live 24 hours", out);
        return sessions.isEmpty()
                ? Long.MAX_VALUE
                : sessions.values().iterator().next().connectedNs + CONNECTION_MAX_NS;
    }

    private void close(List<StreamSession> ending, String reason, Replies out) {
        for (StreamSession session : ending) {
            out.close(session.connection, 1001, reason);
            closed(session.connection);
        }
    }
}
