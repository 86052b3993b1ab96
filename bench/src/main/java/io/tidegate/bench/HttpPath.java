package io.tidegate.bench;

import io.tidegate.app.serve.WallClock;
import io.tidegate.model.order.OrderTerms;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Over HTTP on loopback, a POST each on connections that are kept: as little client as there can be, for it runs on
/// the
/// same processors.
final class HttpPath implements OrderPath {
    private static final int CONNECTIONS = 128;
    private static final long LONGEST_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long PATIENCE_S = 10;
    private static final String LENGTH = "content-length:";

    private record Request(String text, long meantNs, boolean counts) {}

    private final URI origin;
    private final String key;
    private final MarketOrders orders;
    private final LinkedBlockingQueue<Optional<Request>> waiting = new LinkedBlockingQueue<>(); // empty: the end
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Histogram answerNs = new ConcurrentHistogram(LONGEST_NS, 3);

    /// @param orders writes them as JSON
    HttpPath(URI origin, String key, MarketOrders orders) {
        this.origin = origin;
        this.key = key;
        this.orders = orders;
        for (int index = 0; index < CONNECTIONS; index++) {
            threads.add(Thread.ofVirtual().start(this::talk));
        }
    }

    @Override
    public void send(OrderTerms terms, long meantNs, boolean counts) {
        String body = orders.json(terms); // ASCII, so that characters are bytes
        String text = "POST /v1/orders HTTP/1.1\r\nHost: " + origin.getAuthority() + "\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        waiting.add(Optional.of(new Request(text, meantNs, counts)));
    }

    private void talk() {
        try (var socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
                Request request = next.get();
                socket.getOutputStream().write(request.text().getBytes(StandardCharsets.US_ASCII));
                int status = answer(in);
                if (request.counts()) {
                    count(status < 300, request.meantNs());
                }
            }
        } catch (IOException lost) {
            System.err.println("bench: a connection was lost: " + lost);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads one answer whole.
    private static int answer(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(first.split(" ", -1)[1]);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("an answer ended early");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    private void count(boolean isGood, long meantNs) {
        if (isGood) {
            accepted.incrementAndGet();
            answerNs.recordValue(Math.clamp(WallClock.nowNs() - meantNs, 0, LONGEST_NS));
        } else {
            refused.incrementAndGet();
        }
    }

    @Override
    public long accepted() {
        return accepted.get();
    }

    @Override
    public long refused() {
        return refused.get();
    }

    @Override
    public Histogram answerNs() {
        return answerNs;
    }

    @Override
    public void close() {
        threads.forEach(_ -> waiting.add(Optional.empty()));
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofSeconds(PATIENCE_S))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
