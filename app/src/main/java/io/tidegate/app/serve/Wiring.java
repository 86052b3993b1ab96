package io.tidegate.app.serve;

import io.tidegate.api.access.KeyRing;
import io.tidegate.api.books.Books;
import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.http.Api;
import io.tidegate.app.config.Configuration;
import io.tidegate.app.config.VenueSettings;
import io.tidegate.cluster.ClusterJournal;
import io.tidegate.cluster.ClusterNode;
import io.tidegate.cluster.TerminationHook;
import io.tidegate.core.Engine;
import io.tidegate.execution.route.Router;
import io.tidegate.gateway.Gateway;
import io.tidegate.gateway.GatewaySettings;
import io.tidegate.gateway.GatewaySettings.AccountName;
import io.tidegate.gateway.JournalLog;
import io.tidegate.host.Machines;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.journal.LogWriter;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.venue.VenueAccount;
import io.tidegate.transport.vertx.EventLoops;
import io.tidegate.transport.vertx.ListenerSettings;
import io.tidegate.transport.vertx.VertxHttpServer;
import io.tidegate.transport.vertx.VertxNetwork;
import io.tidegate.venues.api.VenueSession;
import io.tidegate.venues.binance.BinanceSession;
import io.tidegate.venues.binance.BinanceSettings;
import io.tidegate.venues.binance.Signer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.agrona.CloseHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the whole system from top to bottom, and takes it down again.
///
/// ```text
///   http ─▶ desk ─▶ journal ═▶ node [ core ] ═▶ events ─▶ gateway ◀─▶ venues
///              ▲                                  │
///              └──────────── books ◀──────────────┘
/// ```
///
/// Threads: those of the node, one loop for the market's feed, one for the gateway, one for the desk, event loops for
/// bytes, and a virtual
/// one per request. Any thread may call it; [#stop] and [#close] once each.
public final class Wiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final int EVENT_LOOPS = 2;
    private static final int WINDOW = 4_096;
    private static final int BODY_MAX_BYTES = 2 << 20;
    private static final int REQUESTS_MAX = 20_000;
    private static final long PAUSE_NS = 1_000_000;

    private final Configuration configuration;
    private final Loop.OnDeath onDeath;
    private final UnaryOperator<VenueSession> around;
    private final ArrayDeque<AutoCloseable> parts = new ArrayDeque<>();
    private final SecureRandom random = new SecureRandom();
    private final Books books;
    private final OrderDesk desk;
    private final Feeds feeds;
    private final Gateway gateway;
    private final VertxHttpServer http;
    private final Journal journal;
    private volatile Optional<Engine> engine = Optional.empty();

    private Wiring(Configuration configuration, Loop.OnDeath onDeath, UnaryOperator<VenueSession> around) {
        this.configuration = configuration;
        this.onDeath = onDeath;
        this.around = around;
        try {
            EventLoops eventLoops = add(new EventLoops(EVENT_LOOPS));
            startNode();
            journal = add(ClusterJournal.connect(configuration.node().dataFolder()));
            Definitions.send(configuration, journal, random.nextLong(), START_TIMEOUT);
            feeds = startFeeds(eventLoops);
            gateway = startGateway(eventLoops);
            books = new Books(configuration.node().endedOrders());
            desk = startDesk();
            http = startHttp(eventLoops);
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /// Starts everything; blocks until the log is up and clients can connect, not until venues are open.
    ///
    /// @param onDeath told when a loop dies, after which the process should end
    /// @throws IllegalStateException when a part cannot start; says which and why
    public static Wiring start(Configuration configuration, Loop.OnDeath onDeath) {
        return start(configuration, onDeath, UnaryOperator.identity());
    }

    /// The same with something around each venue session, such as the limits of a venue that a benchmark needs.
    public static Wiring start(Configuration configuration, Loop.OnDeath onDeath, UnaryOperator<VenueSession> around) {
        return new Wiring(configuration, onDeath, around);
    }

    private void startNode() {
        Machines engines = () -> {
            var made = new Engine();
            engine = Optional.of(made);
            return made;
        };
        // At once and without shutdown hooks: they would wait for what hangs, and a core that failed must not go on.
        // The reason is said aside of the log, whose lines are written by a thread that a halt leaves no time.
        TerminationHook halts = (code, why) -> {
            System.err.println(
                    "tidegate: node ends, " + code + ": " + why.getMessage() + "; exit status " + code.code());
            Runtime.getRuntime().halt(code.code());
        };
        ClusterNode node = add(ClusterNode.start(configuration.node().cluster(), engines, halts));
        try {
            if (!node.awaitReady(START_TIMEOUT)) {
                throw new IllegalStateException("the log is not up within " + START_TIMEOUT);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was starting", stop);
        }
    }

    private Feeds startFeeds(EventLoops eventLoops) {
        var made = new Feeds(configuration, new VertxNetwork(eventLoops), random.nextLong());
        add(Loop.start("feed", configuration.node().profile(), made::poll, made::close, onDeath));
        return made;
    }

    private Gateway startGateway(EventLoops eventLoops) {
        List<AccountName> accounts = configuration.venues().stream()
                .map(venue -> new AccountName(venue.account(), venue.venue(), venue.label()))
                .toList();
        VertxNetwork network = add(new VertxNetwork(eventLoops));
        LogWriter writer = journal.writer();
        EventReader reader = EventReader.fromImage(journal);
        var log = new JournalLog(new CommandSender("gateway", random.nextLong(), writer, WINDOW), reader);
        var bans = new BanFile(configuration.node().dataFolder().resolve("bans"));
        var made = new Gateway(
                GatewaySettings.of("gateway", accounts), this::session, network, log, bans, feeds, random.nextLong());
        add(Loop.start(
                "gateway",
                configuration.node().profile(),
                made::poll,
                () -> {
                    made.close();
                    CloseHelper.closeAll(reader, writer);
                },
                onDeath));
        return made;
    }

    /// The one place that knows which venue speaks how.
    private VenueSession session(VenueAccount account, List<Instrument> instruments) {
        VenueSettings venue = configuration.venues().stream()
                .filter(settings -> settings.name().equals(account.name())
                        && settings.account().equals(account.account()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("venue account " + account.name() + " is not configured"));
        VenueSession session = switch (venue.venue()) {
            case "binance" ->
                new BinanceSession(new BinanceSettings(
                        venue.site(),
                        Signer.of(venue.apiKey(), venue.secret().reveal()),
                        instruments,
                        venue.ordersPer10s(),
                        venue.ordersPerDay(),
                        venue.ordersBy()));
            default -> throw new IllegalStateException("there is no venue " + venue.venue());
        };
        return around.apply(session);
    }

    private OrderDesk startDesk() {
        var made = new OrderDesk(
                "api",
                random.nextLong(),
                journal,
                new Router(configuration.routing()),
                books,
                WallClock::nowNs,
                WINDOW);
        add(Loop.start("desk", configuration.node().profile(), made::poll, made::close, onDeath));
        return made;
    }

    private VertxHttpServer startHttp(EventLoops eventLoops) {
        var api = new Api(
                books,
                desk,
                new KeyRing(configuration.keys()),
                configuration.http().api(),
                WallClock::nowNs);
        var settings = new ListenerSettings(
                configuration.http().host(), configuration.http().port(), BODY_MAX_BYTES, 300, Optional.empty());
        VertxHttpServer server = add(VertxHttpServer.open(eventLoops, settings, REQUESTS_MAX, api::handle));
        LOG.info("listening host={} port={}", configuration.http().host(), server.port());
        return server;
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /// Where clients connect.
    public String url() {
        return "http://" + configuration.http().host() + ":" + http.port();
    }

    public Books books() {
        return books;
    }

    public OrderDesk desk() {
        return desk;
    }

    /// What the venues show, and how their connections are.
    public Feeds feeds() {
        return feeds;
    }

    public Gateway gateway() {
        return gateway;
    }

    public Journal journal() {
        return journal;
    }

    /// Whether the desk has read the history and at least so many venue accounts take orders.
    public boolean isReady(int openVenueAccounts) {
        return desk.isReady()
                && books.listings().venues().stream()
                                .filter(venue -> venue.takesOrders())
                                .count()
                        >= openVenueAccounts;
    }

    /// Takes nothing new, lets what is under way finish within the configured time, and tells what is left (SPEC
    /// CON-4, Property 32). Open orders stay at their venues. [#close] must follow.
    public Left stop() {
        desk.stopTaking();
        gateway.stop();
        long deadlineNs = System.nanoTime() + configuration.node().stopWithinMs() * 1_000_000L;
        while (System.nanoTime() - deadlineNs < 0 && !(gateway.view().isStopped() && desk.openCount() == 0)) {
            LockSupport.parkNanos(PAUSE_NS);
        }
        long openCount = books.orders().openCount();
        long doubtCount = gateway.view().desks().stream()
                .mapToLong(view -> view.inDoubt())
                .sum();
        long abandonedCount = desk.openCount()
                + gateway.view().desks().stream()
                        .mapToLong(view -> view.underWay() + view.waiting())
                        .sum();
        return new Left(openCount, doubtCount, abandonedCount);
    }

    /// What a stop leaves behind.
    ///
    /// @param openOrders  orders that have not ended; they stand at their venues
    /// @param inDoubt     of these, whose state at the venue is not known; the next start asks
    /// @param abandoned   requests without an answer
    public record Left(long openOrders, long inDoubt, long abandoned) {
        @Override
        public String toString() {
            return openOrders + " orders left open at their venues, " + inDoubt + " in doubt, " + abandoned
                    + " requests abandoned";
        }
    }

    /// Closes every part, last started first; again does nothing.
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            CloseHelper.quietClose(parts.pop());
        }
    }

    /// Assets whose ledger accounts do not add up to zero; always empty, or the core is broken. Only after
    /// [#close]: the core is its own thread's until then.
    public List<Integer> ledgerImbalances() {
        if (!parts.isEmpty()) {
            throw new IllegalStateException("the core is still at work");
        }
        return engine.map(Engine::imbalances).orElse(List.of());
    }
}
