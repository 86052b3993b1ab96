package io.tidegate.api;

import io.tidegate.api.access.AccessKey;
import io.tidegate.api.access.Caller;
import io.tidegate.api.access.KeyRing;
import io.tidegate.api.access.Role;
import io.tidegate.api.books.Books;
import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.http.Api;
import io.tidegate.api.http.ApiSettings;
import io.tidegate.core.Engine;
import io.tidegate.execution.route.Router;
import io.tidegate.execution.route.RoutingRules;
import io.tidegate.host.HostSettings;
import io.tidegate.host.InMemoryJournal;
import io.tidegate.journal.CommandSender;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.command.Command;
import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.ReportBalance;
import io.tidegate.model.command.SetGate;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.command.StartIncarnation;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// The interface on a real core and an in-memory log, turned by one thread; the test plays the gateway.
///
/// Two accounts, `main` with the venue accounts `binance:main` (id 1) and `binance:spare` (id 2), `other` with
/// `binance:other` (id 3); BTC/USDT at scales 2 and 5, a reference of 99.99 to 100.01, plenty of money.
public final class LiveCore implements AutoCloseable {
    public static final Instrument BTC_USDT = new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 5);
    public static final String VIEWER = "viewer-key";
    public static final String TRADER = "trader-key";
    public static final String RISK = "risk-key";
    public static final String OTHER = "other-trader-key";
    private static final long IDLE_NS = 20_000;

    private final Books books = new Books(1_000);
    private final InMemoryJournal journal = new InMemoryJournal(Engine::new, HostSettings.defaults());
    private final OrderDesk desk =
            new OrderDesk("api", 7, journal, new Router(RoutingRules.DEFAULT), books, LiveCore::nowNs, 1_024);
    private final CommandSender gateway = new CommandSender("gateway", 8, journal.writer(), 1_024);
    private final EventReader gatewayEvents = EventReader.resume(journal, EventMark.START);
    private final BlockingQueue<ChildReady> handedOut = new LinkedBlockingQueue<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Api api = new Api(books, desk, keys(), new ApiSettings(10_000, 100), LiveCore::nowNs);
    private final Thread loop = Thread.ofPlatform().name("live core").unstarted(this::run);
    private volatile boolean isStopped;

    private LiveCore() {}

    /// All of it, with both accounts of `main` open.
    public static LiveCore open() {
        var live = new LiveCore();
        live.loop.start();
        live.define();
        live.openGate(1);
        live.openGate(2);
        live.openGate(3);
        return live;
    }

    private static KeyRing keys() {
        return new KeyRing(List.of(
                key(VIEWER, "main", Role.VIEWER),
                key(TRADER, "main", Role.TRADER),
                key(RISK, "main", Role.RISK),
                key(OTHER, "other", Role.ADMIN)));
    }

    private static AccessKey key(String key, String account, Role role) {
        return new AccessKey(new Caller(key.replace("-key", ""), account, role), KeyRing.sha256(key));
    }

    private void define() {
        tell(new StartIncarnation(1_700_000_000_000L));
        tell(new DefineAsset("BTC"));
        tell(new DefineAsset("USDT"));
        tell(new DefineInstrument("BTC/USDT", AssetClass.SPOT, "BTC", "USDT", 2, 5));
        var terms = new VenueTerms(10, 1_000_000_000, 5_000_000_000L, 0);
        tell(new DefineVenueAccount("main", "binance", "main", terms));
        tell(new DefineVenueAccount("main", "binance", "spare", terms));
        tell(new DefineVenueAccount("other", "binance", "other", terms));
        var grid = new Grid(
                BTC_USDT.price("0.01"),
                BTC_USDT.quantity("0.001"),
                BTC_USDT.quantity("0.001"),
                BTC_USDT.quantity("1000"),
                Amount.parse("5"));
        for (int venueAccount = 1; venueAccount <= 3; venueAccount++) {
            tell(new SetGrid(venueAccount, 1, grid));
            tell(new ReportBalance(venueAccount, 1, Amount.parse("1000"), 0));
            tell(new ReportBalance(venueAccount, 2, Amount.parse("1000000"), 0));
        }
        tell(new SetLimits(
                "main",
                new Limits(100_000, 100_000, Amount.ZERO, 500, 3_600_000_000_000L, 0, Limits.Duplicates.OFF),
                "test"));
        tell(new SetMark(1, BTC_USDT.price("99.99"), BTC_USDT.price("100.01"), nowNs()));
    }

    /// Claims a venue account anew and opens its gate.
    public void openGate(int venueAccount) {
        tell(new ClaimVenue(venueAccount, "gateway", 1));
        tell(new SetGate(venueAccount, epoch(venueAccount), true, "reconciled"));
    }

    /// Closes a venue account's gate.
    public void closeGate(int venueAccount, String reason) {
        tell(new SetGate(venueAccount, epoch(venueAccount), false, reason));
    }

    private long epoch(int venueAccount) {
        return books.listings().venue(venueAccount).orElseThrow().epoch();
    }

    /// Tells the core something as the gateway, and waits until the books show it.
    public void tell(Command command) {
        var done = new CompletableFuture<Void>();
        tasks.add(() -> {
            var _ = gateway.send(command).orElseThrow();
            whenSaid(done);
        });
        done.join();
    }

    private void whenSaid(CompletableFuture<Void> done) {
        if (gateway.pendingCount() == 0
                && books.eventNumber() == journal.recorded().number()) {
            done.complete(null);
        } else {
            tasks.add(() -> whenSaid(done));
        }
    }

    /// The next child that the core hands out.
    public ChildReady nextHandedOut() {
        try {
            return handedOut.take();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    public Books books() {
        return books;
    }

    public OrderDesk desk() {
        return desk;
    }

    public HttpAnswer get(String key, String target) {
        return ask(key, "GET", target, new byte[0]);
    }

    public HttpAnswer delete(String key, String target) {
        return ask(key, "DELETE", target, new byte[0]);
    }

    public HttpAnswer post(String key, String target, String body) {
        return ask(key, "POST", target, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpAnswer patch(String key, String target, String body) {
        return ask(key, "PATCH", target, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpAnswer ask(String key, String method, String target, byte[] body) {
        return api.handle(
                new HttpRequest(method, target, List.of(new Header("Authorization", "Bearer " + key)), body),
                "127.0.0.1");
    }

    /// Without any key.
    public HttpAnswer askUnnamed(String method, String target) {
        return api.handle(HttpRequest.of(method, target, List.of()), "127.0.0.1");
    }

    static long nowNs() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private void run() {
        while (!isStopped) {
            long nowNs = nowNs();
            for (int count = tasks.size(); count > 0; count--) {
                tasks.remove().run();
            }
            int work = gateway.poll(nowNs) + journal.step(nowNs) + desk.poll(nowNs);
            work += gatewayEvents.poll(nowNs, (position, header, event) -> {
                gateway.onEvent(header, event);
                if (event instanceof ChildReady ready) {
                    handedOut.add(ready);
                }
            });
            if (work == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    @Override
    public void close() {
        isStopped = true;
        try {
            loop.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
