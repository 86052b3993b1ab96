package io.tidegate.simulator;

import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.replay.ReplayedMarket;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.simulator.venue.binance.BinanceFace;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.vertx.EventLoops;
import io.tidegate.transport.vertx.ListenerSettings;
import io.tidegate.transport.vertx.VertxListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.agrona.concurrent.BackoffIdleStrategy;

/// A simulated Binance on a real port, with a moving market and one account to trade from, in a thread of its own.
///
/// The thread parks for 50 µs after work and up to 1 ms when there is none; it never spins. It ends, and the port is
/// closed, on [#close] or by a bug. Everything here may be called from any thread.
public final class SimServer implements AutoCloseable {
    private static final int TURN_LIMIT = 256;
    private static final long PARK_MIN_NS = 50_000;
    private static final long PARK_MAX_NS = 1_000_000;
    private static final int QUESTIONS_MAX = 64;

    /// Closed orders remembered per account: about 100 MB when full.
    private static final int MEMORY_MAX = 200_000;

    private static final long WAIT_MAX_S = 10;

    private final VertxListener listener;
    private final int port;
    private final BinanceFace face;
    private final Credentials credentials;
    private final Optional<ReplayedMarket> replayed;
    private final Thread thread;
    private final BlockingQueue<Runnable> questions = new ArrayBlockingQueue<>(QUESTIONS_MAX);
    private volatile boolean isClosing;

    private SimServer(
            VertxListener listener, BinanceFace face, Credentials credentials, Optional<ReplayedMarket> replayed) {
        this.replayed = replayed;
        this.listener = listener;
        this.face = face;
        this.credentials = credentials;
        port = listener.port();
        thread = Thread.ofPlatform().name("sim-binance-" + port).daemon().unstarted(this::run);
    }

    /// Starts one with the usual markets, agents and account.
    ///
    /// @param loops    move its bytes; closed by the caller, after this
    /// @param port     on this machine only; 0 for a free one
    /// @param seed     of the market's moves, the account's key and the ids that the venue makes up
    /// @throws IllegalStateException when the port cannot be had
    public static SimServer binance(EventLoops loops, int port, BinanceSettings settings, long seed) {
        return start(loops, port, settings, usualVenue(), CrowdSettings.usual(), seed);
    }

    /// The usual markets and accounts, with as much memory as a process has room for.
    public static VenueSettings usualVenue() {
        return VenueSettings.usual().withMemory(MEMORY_MAX);
    }

    /// Starts one with other markets or agents.
    public static SimServer start(
            EventLoops loops,
            int port,
            BinanceSettings settings,
            VenueSettings venueSettings,
            CrowdSettings crowd,
            long seed) {
        var venue = new SimulatedVenue(venueSettings);
        var seeds = new SplittableRandom(seed);
        Crowd.admit(venue, crowd, seeds.nextLong());
        return start(loops, port, settings, venue, Optional.empty(), seeds);
    }

    /// Starts one whose market is a recording.
    ///
    /// @param folder holds the recording, as [io.tidegate.simulator.replay.Recording] reads it
    /// @param speed  how many seconds of it pass in one, more than 0
    /// @throws IOException when there is no recording, or it cannot be read; says why
    public static SimServer replaying(
            EventLoops loops, int port, BinanceSettings settings, Path folder, double speed, long seed)
            throws IOException {
        var listings = ReplayedMarket.listings(folder);
        var venue =
                new SimulatedVenue(VenueSettings.usual().withListings(listings).withMemory(MEMORY_MAX));
        var replayed = ReplayedMarket.admit(venue, folder, speed);
        return start(loops, port, settings, venue, Optional.of(replayed), new SplittableRandom(seed));
    }

    private static SimServer start(
            EventLoops loops,
            int port,
            BinanceSettings settings,
            SimulatedVenue venue,
            Optional<ReplayedMarket> replayed,
            SplittableRandom seeds) {
        var credentials = Credentials.draw(seeds.split());
        venue.open("main", credentials);
        var face = new BinanceFace(venue, settings, seeds.nextLong());
        var listener = VertxListener.open(loops, ListenerSettings.loopback(port));
        var server = new SimServer(listener, face, credentials, replayed);
        server.thread.start();
        return server;
    }

    public int port() {
        return port;
    }

    /// Origin of the REST API; paths begin with `/api/v3`. The truth is at `/tidegate/truth`.
    public String restOrigin() {
        return "http://127.0.0.1:" + port;
    }

    /// Origin of the WebSocket API; its path is [BinanceFace#SOCKET_PATH].
    public String socketOrigin() {
        return "ws://127.0.0.1:" + port;
    }

    /// Key and secret of the account to trade from.
    public Credentials credentials() {
        return credentials;
    }

    /// Asks or changes something on the venue's thread, and waits for the answer.
    ///
    /// @throws IllegalStateException when the server has ended, or does not answer within 10 s
    public <T> T onItsThread(Function<BinanceFace, T> question) {
        var answer = new CompletableFuture<T>();
        if (!thread.isAlive() || !questions.offer(() -> answer.complete(question.apply(face)))) {
            throw new IllegalStateException("the simulated venue on port " + port + " takes no questions");
        }
        try {
            return answer.orTimeout(WAIT_MAX_S, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            throw new IllegalStateException("the simulated venue on port " + port + " does not answer", late);
        }
    }

    private void run() {
        var idle = new BackoffIdleStrategy(0, 0, PARK_MIN_NS, PARK_MAX_NS);
        long nowNs = 0;
        try {
            while (!isClosing) {
                nowNs = Math.max(nowNs, clockNs());
                int done = listener.poll(face, nowNs, TURN_LIMIT);
                var question = questions.poll();
                if (question != null) {
                    question.run();
                    done++;
                }
                idle.idle(done);
            }
        } finally {
            listener.close();
            replayed.ifPresent(SimServer::close);
        }
    }

    private static void close(ReplayedMarket recording) {
        try {
            recording.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the recording", e);
        }
    }

    private static long clockNs() {
        Instant now = Instant.now();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    /// Closes the port and ends the thread; calling it again does nothing.
    @Override
    public void close() {
        isClosing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(WAIT_MAX_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
