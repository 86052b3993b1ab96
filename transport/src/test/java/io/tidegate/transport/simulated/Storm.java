package io.tidegate.transport.simulated;

import io.tidegate.testkit.Seed;
import io.tidegate.transport.EchoFace;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpRequest;
import io.tidegate.transport.Network;
import io.tidegate.transport.Told;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/// Some seeded half a minute of one client and one echo face in bad weather, run to its very end.
final class Storm {
    static final Endpoint ECHO = new Endpoint("https", "echo.test", 443);
    private static final long START_NS = 1_767_225_600_000_000_000L;
    private static final int STEP_COUNT = 300;

    final EchoFace face = new EchoFace();
    final Told told = new Told();
    final SimulatedNetwork network;
    final Map<Integer, List<String>> framesSent = new LinkedHashMap<>();
    int requestCount;
    int connectionCount;

    private final Network client;
    private final SplittableRandom random;

    private Storm(long seed, int bps) {
        network = new SimulatedNetwork(seed, START_NS);
        network.weather(Weather.stormy(bps).patience(1_000_000_000L, 5_000_000_000L));
        network.host(ECHO, face);
        client = network.client("10.0.0.1");
        random = new SplittableRandom(seed);
    }

    static Storm of(Seed seed) {
        Storm storm = new Storm(seed.value(), 10 + (int) Math.floorMod(37 * seed.value(), 500L));
        for (int i = 0; i < STEP_COUNT; i++) {
            storm.step();
        }
        storm.end();
        return storm;
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1 -> {
                connectionCount++;
                framesSent.put(connectionCount, new ArrayList<>());
                client.connect(connectionCount, new Endpoint("wss", "echo.test", 443), "/ws", 5_000_000_000L);
            }
            case 2, 3, 4, 5, 6, 7 -> send();
            case 8 -> {
                if (random.nextInt(4) == 0) {
                    client.close(recent());
                }
            }
            case 9 -> network.link("10.0.0.1", ECHO).downUntil(network.nowNs() + random.nextLong(1_000_000_000L));
            case 10 -> {
                if (random.nextInt(4) == 0) {
                    network.downUntil(ECHO, network.nowNs() + random.nextLong(5_000_000_000L));
                } else if (random.nextInt(4) == 0) {
                    network.unavailableUntil(ECHO, network.nowNs() + random.nextLong(5_000_000_000L));
                }
            }
            default -> {
                requestCount++;
                byte[] body = Integer.toString(requestCount).getBytes(StandardCharsets.UTF_8);
                HttpRequest request = new HttpRequest("POST", "/n", List.of(), body);
                client.http(requestCount, random.nextInt(3), ECHO, request, 1 + random.nextLong(4_000_000_000L));
            }
        }
        long untilNs = network.nowNs() + random.nextLong(200_000_000L);
        while (network.nextNs() <= untilNs) {
            network.advanceTo(network.nextNs());
            client.poll(told, random.nextInt(4));
        }
        network.advanceTo(untilNs);
    }

    private int recent() {
        return Math.max(0, connectionCount - random.nextInt(4));
    }

    private void send() {
        int connection = recent();
        List<String> sent = framesSent.getOrDefault(connection, new ArrayList<>());
        for (int i = random.nextInt(8); i >= 0; i--) {
            String text = connection + ":" + sent.size();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (client.send(connection, new UnsafeBuffer(bytes), 0, bytes.length)) {
                sent.add(text);
            }
        }
    }

    /// Closes what is open and lets everything that is still under way come to its end.
    private void end() {
        drain(network.nowNs() + 120_000_000_000L);
        for (int connection = 1; connection <= connectionCount; connection++) {
            client.close(connection);
        }
        drain(Long.MAX_VALUE);
    }

    private void drain(long untilNs) {
        while (network.nextNs() < untilNs) {
            network.advanceTo(network.nextNs());
        }
        while (client.poll(told, 1_000) > 0) {
            // everything that has arrived
        }
    }

    /// The frames of one connection that the face saw, in order.
    List<String> framesSeen(int connection) {
        return face.frames.stream()
                .filter(text -> text.startsWith(connection + ":"))
                .toList();
    }
}
