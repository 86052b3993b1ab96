package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Credentials;
import io.tidegate.transport.Face;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a face as a client does, without a network: signs, sends, and keeps what comes back.
final class TestClient implements Replies {
    static final String ADDRESS = "192.0.2.1";
    private static final JsonMapper JSON = new JsonMapper();

    final List<JsonNode> frames = new ArrayList<>();
    final List<Integer> closed = new ArrayList<>();
    private final Face face;
    private final Credentials credentials;
    private Optional<HttpAnswer> answer = Optional.empty();
    private int nextId;
    long nowNs;

    TestClient(Face face, Credentials credentials, long nowNs) {
        this.face = face;
        this.credentials = credentials;
        this.nowNs = nowNs;
    }

    /// Sends a signed request with all parameters in the query.
    HttpAnswer signed(String method, String path, String query) {
        String payload = query + (query.isEmpty() ? "" : "&") + "timestamp=" + nowNs / 1_000_000;
        return send(method, path + "?" + payload + "&signature=" + hmac(payload), "");
    }

    HttpAnswer unsigned(String target) {
        return send("GET", target, "");
    }

    HttpAnswer send(String method, String target, String body) {
        var headers = List.of(new Header("X-MBX-APIKEY", credentials.apiKey()));
        answer = Optional.empty();
        face.request(
                7,
                new HttpRequest(method, target, headers, body.getBytes(StandardCharsets.UTF_8)),
                ADDRESS,
                nowNs,
                this);
        return answer.orElseThrow(() -> new AssertionError("no answer to " + method + " " + target));
    }

    void connect(int connection) {
        connect(connection, BinanceFace.SOCKET_PATH);
    }

    void connect(int connection, String target) {
        face.opened(connection, HttpRequest.of("GET", target, List.of()), ADDRESS, nowNs, this);
    }

    /// Sends a signed frame and returns its answer, wherever it stands among the events.
    JsonNode call(int connection, String method, Map<String, String> parameters) {
        var all = new TreeMap<>(parameters);
        all.put("apiKey", credentials.apiKey());
        all.put("timestamp", Long.toString(nowNs / 1_000_000));
        var payload = new StringBuilder();
        all.forEach((name, value) -> payload.append(payload.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        all.put("signature", hmac(payload.toString()));
        return callAs(connection, method, JSON.writeValueAsString(all));
    }

    /// Sends a frame with these parameters (JSON) and returns its answer.
    JsonNode callAs(int connection, String method, String parameters) {
        String id = "c" + ++nextId;
        frame(connection, "{\"id\":\"" + id + "\",\"method\":\"" + method + "\",\"params\":" + parameters + "}");
        return frames.stream()
                .filter(f -> f.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer to " + method));
    }

    void frame(int connection, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        face.frame(connection, new UnsafeBuffer(bytes), 0, bytes.length, nowNs, this);
    }

    long tick() {
        return face.tick(nowNs, this);
    }

    /// Events of the private stream, in the order in which they came.
    List<JsonNode> events() {
        return frames.stream()
                .filter(f -> f.has("subscriptionId"))
                .map(f -> f.get("event"))
                .toList();
    }

    String hmac(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credentials.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpAnswer answer) {
        return JSON.readTree(answer.text());
    }

    @Override
    public void answer(long exchange, HttpAnswer given) {
        answer = Optional.of(given);
    }

    @Override
    public void send(int connection, DirectBuffer buffer, int offset, int length) {
        frames.add(JSON.readTree(buffer.getStringWithoutLengthUtf8(offset, length)));
    }

    @Override
    public void close(int connection, int code, String reason) {
        closed.add(connection);
    }
}
