package io.tidegate.simulator.venue.binance;

import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.account.Fees;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Replies;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/// How many orders a second the face takes, in process and on one thread: signed frames of the WebSocket API in,
/// answers and private stream out. Counts processor time, so that others on the machine do not disturb. Prints a line
/// per round: resting orders each with its cancel, then orders that trade.
final class FaceThroughput {
    private static final int ORDERS = 100_000;
    private static final long NOW_NS = 1_800_000_000_000_000_000L;

    private long bytesOut;

    public static void main(String[] args) throws Exception {
        for (int round = 1; round <= 5; round++) {
            new FaceThroughput().round(round);
        }
    }

    private void round(int round) throws Exception {
        var venue = new SimulatedVenue(VenueSettings.usual().withFees(new Fees(0, 0)));
        var keys = new Credentials("alicekey", "alicesecret");
        venue.open("alice", keys);
        Crowd.admit(venue, CrowdSettings.usual(), 1);
        var face = new BinanceFace(venue, BinanceSettings.generous(), 1);
        var out = new Counting();
        face.opened(1, HttpRequest.of("GET", BinanceFace.SOCKET_PATH, List.of()), "192.0.2.1", NOW_NS, out);
        face.tick(NOW_NS, out);
        List<byte[]> resting = frames(keys, true);
        List<byte[]> trading = frames(keys, false);
        double restingPerSecond = ORDERS / seconds(face, resting, out);
        double tradingPerSecond = ORDERS / seconds(face, trading, out);
        System.out.printf(
                "round %d: %,.0f placed and cancelled per second, %,.0f traded per second, %,d MB out%n",
                round, restingPerSecond, tradingPerSecond, bytesOut >> 20);
    }

    private static double seconds(BinanceFace face, List<byte[]> frames, Replies out) {
        var buffer = new UnsafeBuffer(0, 0);
        var cpu = ManagementFactory.getThreadMXBean();
        long startNs = cpu.getCurrentThreadCpuTime();
        for (byte[] frame : frames) {
            buffer.wrap(frame);
            face.frame(1, buffer, 0, frame.length, NOW_NS, out);
        }
        return (cpu.getCurrentThreadCpuTime() - startNs) / 1e9;
    }

    private static List<byte[]> frames(Credentials keys, boolean resting) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var frames = new ArrayList<byte[]>();
        frames.add(signed(mac, "userDataStream.subscribe.signature", List.of("apiKey", "alicekey")));
        for (int i = 0; i < ORDERS; i++) {
            String id = (resting ? "r" : "t") + i;
            if (resting) {
                frames.add(signed(
                        mac,
                        "order.place",
                        List.of(
                                "apiKey",
                                "alicekey",
                                "newClientOrderId",
                                id,
                                "price",
                                "50000",
                                "quantity",
                                "0.001",
                                "side",
                                "BUY",
                                "symbol",
                                "BTCUSDT",
                                "timeInForce",
                                "GTC",
                                "type",
                                "LIMIT")));
                frames.add(signed(
                        mac,
                        "order.cancel",
                        List.of("apiKey", "alicekey", "origClientOrderId", id, "symbol", "BTCUSDT")));
            } else {
                frames.add(signed(
                        mac,
                        "order.place",
                        List.of(
                                "apiKey",
                                "alicekey",
                                "newClientOrderId",
                                id,
                                "price",
                                i % 2 == 0 ? "66000" : "64000",
                                "quantity",
                                "0.001",
                                "side",
                                i % 2 == 0 ? "BUY" : "SELL",
                                "symbol",
                                "BTCUSDT",
                                "timeInForce",
                                "IOC",
                                "type",
                                "LIMIT")));
            }
        }
        return frames;
    }

    /// @param pairs names and values in turn
    private static byte[] signed(Mac mac, String method, List<String> pairs) {
        var parameters = new TreeMap<String, String>();
        for (int i = 0; i < pairs.size(); i += 2) {
            parameters.put(pairs.get(i), pairs.get(i + 1));
        }
        parameters.put("timestamp", Long.toString(NOW_NS / 1_000_000));
        var payload = new StringBuilder();
        var json = new StringBuilder("{\"id\":\"1\",\"method\":\"" + method + "\",\"params\":{");
        parameters.forEach((name, value) -> {
            payload.append(payload.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(value);
            json.append('"').append(name).append("\":\"").append(value).append("\",");
        });
        byte[] signature = mac.doFinal(payload.toString().getBytes(StandardCharsets.UTF_8));
        json.append("\"signature\":\"")
                .append(HexFormat.of().formatHex(signature))
                .append("\"}}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private final class Counting implements Replies {
        @Override
        public void answer(long exchange, HttpAnswer answer) {
            bytesOut += answer.body().length;
        }

        @Override
        public void send(int connection, DirectBuffer buffer, int offset, int length) {
            bytesOut += length;
        }

        @Override
        public void close(int connection, int code, String reason) {}
    }
}
