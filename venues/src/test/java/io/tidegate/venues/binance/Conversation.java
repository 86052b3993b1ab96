package io.tidegate.venues.binance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.Side;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import io.tidegate.venues.api.VenueError.Category;
import io.tidegate.venues.api.VenueError.Certainty;
import io.tidegate.venues.api.VenueError.Reason;
import io.tidegate.venues.api.VenueOrder;
import io.tidegate.venues.api.VenueReport;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/// A session and the other end of its line: the test plays the venue, and the time.
final class Conversation {
    static final long MS = 1_000_000L;
    static final long SECOND = 1_000 * MS;
    static final Instrument BTC = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 8, 8);
    static final Instrument ETH = new Instrument(2, "ETH/USDT", AssetClass.SPOT, 3, 2, 2, 4);
    static final BinanceSite SITE =
            BinanceSite.ownHost(Endpoint.parse("http://127.0.0.1:18080"), Endpoint.parse("ws://127.0.0.1:18081"));
    static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    final ScriptedEffects out = new ScriptedEffects();
    final BinanceSession session;
    long nowNs = 1_700_000_000_000L * MS;

    /// How far the venue's clock is before ours.
    long skewNs;

    Conversation() {
        this(SITE);
    }

    Conversation(BinanceSite site) {
        this(site, Signer.hmac(KEY, SECRET));
    }

    Conversation(BinanceSite site, Signer signer) {
        this(BinanceSettings.of(site, signer, List.of(BTC, ETH)));
    }

    Conversation(BinanceSettings settings) {
        session = new BinanceSession(settings);
    }

    static Conversation ready() {
        Conversation venue = new Conversation();
        venue.start();
        return venue;
    }

    /// Plays the start up to the open socket.
    void openSocket() {
        session.start(nowNs, out);
        answerTime();
        out.isOpen = true;
        session.connected(0, nowNs, out);
    }

    /// Plays the whole start script.
    Conversation start() {
        openSocket();
        if (lastMethod().equals("session.logon")) {
            result("{}");
        }
        result("{\"subscriptionId\":0}");
        result("[]"); // of the count of orders
        assertTrue(out.isReady, () -> "the start script should lead to ready: " + out.readiness);
        return this;
    }

    void answerTime() {
        http("{\"serverTime\":" + (nowNs + skewNs) / MS + "}");
    }

    void call(long callId, VenueCall call) {
        session.call(callId, call, nowNs, out);
    }

    void submit(long callId, String clientOrderId) {
        call(callId, new VenueCall.Submit(limitBuy(clientOrderId)));
    }

    static VenueOrder limitBuy(String clientOrderId) {
        return new VenueOrder(
                BTC,
                clientOrderId,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                BTC.quantity("0.01"),
                BTC.price("52000"),
                false);
    }

    /// A frame from the venue.
    void frame(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        session.frame(0, new UnsafeBuffer(bytes), 0, bytes.length, nowNs, out);
    }

    /// Answers the last frame sent.
    void result(String result) {
        frame("{\"id\":\"" + lastId() + "\",\"status\":200,\"result\":" + result + "}");
    }

    /// Refuses the last frame sent.
    void refuse(int status, int code, String message) {
        frame(refusal(lastId(), status, code, message));
    }

    static String refusal(String id, int status, int code, String message) {
        return "{\"id\":\"" + id + "\",\"status\":" + status + ",\"error\":{\"code\":" + code + ",\"msg\":\"" + message
                + "\"}}";
    }

    /// Answers the last HTTP request.
    void http(String json) {
        http(HttpAnswer.json(200, json));
    }

    void http(HttpAnswer answer) {
        session.answered(out.https.getLast().id(), answer, nowNs, out);
    }

    void disconnect() {
        out.isOpen = false;
        session.disconnected(0, Loss.maybeSent("connection reset"), nowNs, out);
    }

    /// Lets time pass and the session act on it.
    void pass(long ns) {
        nowNs += ns;
        session.tick(nowNs, out);
    }

    /// The id of the last frame sent.
    String lastId() {
        return idOf(out.frames.getLast());
    }

    static String idOf(String frame) {
        return Json.read(frame.getBytes(UTF_8)).path("id").stringValue();
    }

    String lastMethod() {
        return Json.read(out.frames.getLast().getBytes(UTF_8)).path("method").stringValue();
    }

    /// The time that the last frame sent bears, in milliseconds since 1970 UTC.
    long lastTimestampMs() {
        return Json.read(out.frames.getLast().getBytes(UTF_8))
                .path("params")
                .path("timestamp")
                .longValue();
    }

    Outcome outcome(long callId) {
        List<Outcome> told = out.outcomes.getOrDefault(callId, List.of());
        assertEquals(1, told.size(), () -> "outcomes of call " + callId + ": " + told);
        return told.getFirst();
    }

    VenueError error(long callId) {
        return ((Outcome.Failed) outcome(callId)).error();
    }

    void assertFailed(long callId, Category category, Certainty certainty, Reason reason, String code) {
        VenueError error = error(callId);
        assertEquals(
                category + " " + certainty + " " + reason + " " + code,
                error.category() + " " + error.certainty() + " " + error.reason() + " " + error.code());
    }

    boolean isPending(long callId) {
        return !out.outcomes.containsKey(callId);
    }

    <R extends VenueReport> List<R> reports(Class<R> kind) {
        return out.reports.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The answer to a placed order that rests.
    static String placed(String clientOrderId, long orderId) {
        return "{\"symbol\":\"BTCUSDT\",\"orderId\":" + orderId + ",\"orderListId\":-1,\"clientOrderId\":\""
                + clientOrderId
                + "\",\"transactTime\":1700000000123,\"price\":\"52000.00000000\",\"origQty\":\"0.01000000\","
                + "\"executedQty\":\"0.00000000\",\"status\":\"NEW\",\"timeInForce\":\"GTC\",\"type\":\"LIMIT\","
                + "\"side\":\"BUY\",\"fills\":[]}";
    }

    /// An event of the stream about such an order.
    static String execution(String clientOrderId, long orderId, String kind, String status, String more) {
        return "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":1700000000124,\"s\":\"BTCUSDT\","
                + "\"c\":\"" + clientOrderId + "\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"f\":\"GTC\",\"q\":\"0.01000000\","
                + "\"p\":\"52000.00000000\",\"C\":\"\",\"x\":\"" + kind + "\",\"X\":\"" + status
                + "\",\"r\":\"NONE\",\"i\":" + orderId + "," + more + ",\"T\":1700000000123}}";
    }

    static final String NOTHING_FILLED =
            "\"l\":\"0.0\",\"z\":\"0.00000000\",\"L\":\"0.0\",\"n\":\"0\",\"N\":null,\"t\":-1,\"m\":false";
    static final String ALL_FILLED =
            "\"l\":\"0.01000000\",\"z\":\"0.01000000\",\"L\":\"51999.50000000\",\"Y\":\"519.99500000\","
                    + "\"n\":\"0.00001000\",\"N\":\"BTC\",\"t\":77,\"m\":false";
}
