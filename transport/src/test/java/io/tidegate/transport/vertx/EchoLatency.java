package io.tidegate.transport.vertx;

import io.tidegate.transport.EchoFace;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.transport.NetworkEvents;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/// Measures a WebSocket over loopback: what `send` costs its caller, and the way there and back through a face that
/// echoes. Run by hand: `java … EchoLatency [frames a second] [seconds] [bytes a frame]`; frames leave on schedule,
/// and each is timed from when it should have left.
final class EchoLatency implements NetworkEvents {
    private static final int WARM_UP_COUNT = 20_000;

    private final long[] sendNs;
    private final long[] roundTripNs;
    private int sentCount;
    private int echoedCount;
    private boolean isOpen;

    private EchoLatency(int count) {
        sendNs = new long[count];
        roundTripNs = new long[count];
    }

    public static void main(String... args) throws InterruptedException {
        int perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        int bytes = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        AtomicBoolean isDone = new AtomicBoolean();
        try (EventLoops loops = new EventLoops(2);
                VertxListener listener = VertxListener.open(loops, ListenerSettings.loopback(0));
                VertxNetwork network = new VertxNetwork(loops)) {
            Thread face = Thread.ofPlatform().start(() -> serve(listener, isDone));
            EchoLatency run = new EchoLatency(WARM_UP_COUNT + perSecond * seconds);
            run.measure(network, new Endpoint("ws", "127.0.0.1", listener.port()), perSecond, bytes);
            isDone.set(true);
            face.join();
            run.print(perSecond, bytes, loops.isNative());
        }
    }

    private static void serve(VertxListener listener, AtomicBoolean isDone) {
        EchoFace face = new EchoFace();
        while (!isDone.get()) {
            if (listener.poll(face, SystemEpochNanoClock.INSTANCE.nanoTime(), 64) == 0) {
                LockSupport.parkNanos(10_000);
            }
            face.frames.clear();
        }
    }

    private void measure(VertxNetwork network, Endpoint to, int perSecond, int bytes) {
        network.connect(1, to, "/ws", 5_000_000_000L);
        while (!isOpen) {
            network.poll(this, 10);
        }
        byte[] text = new byte[bytes];
        Arrays.fill(text, (byte) 'x');
        UnsafeBuffer frame = new UnsafeBuffer(text);
        long intervalNs = 1_000_000_000L / perSecond;
        long dueNs = System.nanoTime();
        while (echoedCount < sendNs.length) {
            long nowNs = System.nanoTime();
            boolean isWarmingUp = echoedCount < WARM_UP_COUNT;
            if (isWarmingUp && sentCount == WARM_UP_COUNT) {
                dueNs = nowNs; // the schedule begins when the warm-up is back: its backlog is not measured
            } else if (sentCount < sendNs.length && nowNs >= dueNs) {
                roundTripNs[sentCount] = -dueNs;
                network.send(1, frame, 0, bytes);
                sendNs[sentCount++] = System.nanoTime() - nowNs;
                dueNs += isWarmingUp ? 100_000 : intervalNs;
            }
            if (network.poll(this, 10) == 0) {
                LockSupport.parkNanos(10_000);
            }
        }
    }

    private void print(int perSecond, int bytes, boolean isNative) {
        System.out.printf("bench %d frames/s of %d bytes, epoll %b%n", perSecond, bytes, isNative);
        print("send()", Arrays.copyOfRange(sendNs, WARM_UP_COUNT, sendNs.length));
        print("there and back", Arrays.copyOfRange(roundTripNs, WARM_UP_COUNT, roundTripNs.length));
    }

    private static void print(String what, long[] ns) {
        Arrays.sort(ns);
        System.out.printf(
                "bench %-15s p50 %.1f us, p99 %.1f us, p99.9 %.1f us%n",
                what, ns[ns.length / 2] / 1e3, ns[ns.length * 99 / 100] / 1e3, ns[ns.length * 999 / 1000] / 1e3);
    }

    @Override
    public void connected(int connection) {
        isOpen = true;
    }

    @Override
    public void frame(int connection, DirectBuffer buffer, int offset, int length, long receivedNs) {
        roundTripNs[echoedCount++] += System.nanoTime();
    }

    @Override
    public void answered(long callId, HttpAnswer answer, long receivedNs) {}

    @Override
    public void httpLost(long callId, Loss loss) {}

    @Override
    public void disconnected(int connection, Loss loss) {
        throw new IllegalStateException(loss.toString());
    }
}
