package io.tidegate.world;

import io.tidegate.host.HostSettings;
import io.tidegate.host.InMemoryJournal;
import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.agents.Crowd;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.SimulatedVenue;
import io.tidegate.simulator.venue.VenueSettings;
import io.tidegate.simulator.venue.binance.BinanceFace;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.simulated.SimulatedNetwork;
import java.time.Duration;
import java.util.Map;

/// One world from one seed: a core with its journal, a gateway, a client and an operator, a Binance with a market, and
/// a storm over all of them. The same seed gives the same history, in this JVM and in any other.
///
/// ```
///   trader ─┐                       ┌─ gateway ── session ── network ── Binance's face ── venue, agents
///           ├─ journal ── core ──── ┤
/// operator ─┘                       └─ auditor
/// ```
public final class World {
    /// Where every world's time begins: 2026-01-01 00:00 UTC.
    static final long START_NS = 1_767_225_600_000_000_000L;

    private static final Endpoint VENUE = Endpoint.parse("http://binance.test:8080");
    private static final Credentials KEYS = new Credentials("W".repeat(64), "S".repeat(64));
    private static final long CHECK_EVERY_NS = 5_000_000_000L;
    /// How far time jumps when nobody says when he wants a turn: well below every timeout of the gateway.
    private static final long JUMP_MAX_NS = 10_000_000L;

    private final long seed;
    private final WorldSettings settings;
    private final SimulatedNetwork network;
    private final SimulatedVenue venue;
    private final InMemoryJournal journal;
    private final EventReader events;
    private final Auditor auditor = new Auditor();
    private final Operator operator;
    private final Trader trader;
    private final GatewayProcess gateway;
    private final Storm storm;
    private final Agreement agreement;
    private long nowNs = START_NS;
    private long nextCheckNs = START_NS;

    public World(long seed, WorldSettings settings) {
        this.seed = seed;
        this.settings = settings;
        VenueSettings venueSettings = VenueSettings.usual();
        this.network = new SimulatedNetwork(new Dice(seed, "network").nextLong(), nowNs);
        this.venue = new SimulatedVenue(venueSettings);
        venue.open(Operator.ACCOUNT, KEYS);
        Crowd.admit(venue, CrowdSettings.usual(), new Dice(seed, "crowd").nextLong());
        var face = new BinanceFace(venue, BinanceSettings.usual(), new Dice(seed, "face").nextLong());
        network.host(VENUE, face);
        this.journal = new InMemoryJournal(
                settings.machine()::get, HostSettings.defaults().withTermBytes(1 << 17));
        this.events = EventReader.resume(journal, EventMark.START);
        this.operator = new Operator(journal, venueSettings.listings(), new Dice(seed, "operator").nextLong(), nowNs);
        this.trader =
                new Trader(journal, venueSettings.listings(), new Dice(seed, "trader"), settings.actEveryNs(), nowNs);
        this.gateway = new GatewayProcess(journal, network, VENUE, KEYS, settings.session(), new Dice(seed, "gateway"));
        this.storm = new Storm(
                new Dice(seed, "storm"),
                settings.faultsPerMinute(),
                journal,
                network,
                VENUE,
                face.script(),
                gateway,
                operator,
                nowNs);
        this.agreement = new Agreement(venue, Operator.ACCOUNT, Operator.VENUE_ACCOUNT, operator::asset);
    }

    /// Lets so much simulated time pass under the storm, then heals everything, and checks that all agree.
    ///
    /// @throws Violation when something that must never be true was
    public WorldReport run(Duration stormy) {
        try {
            runUntil(nowNs + stormy.toNanos());
            storm.end(nowNs);
            trader.rest();
            settle();
            agreement.checkAtRest(auditor);
            return report();
        } catch (RuntimeException broken) {
            throw new WorldFailure(seed, Duration.ofNanos(nowNs - START_NS), broken);
        }
    }

    /// Runs on until everybody agrees, as long as the settings allow; the last disagreement is the failure.
    private void settle() {
        long untilNs = nowNs + settings.healWithin().toNanos();
        while (true) {
            runUntil(nowNs + Duration.ofSeconds(15).toNanos());
            try {
                agreement.checkAtRest(auditor);
                return;
            } catch (Violation notYet) {
                if (nowNs >= untilNs) {
                    throw notYet;
                }
            }
        }
    }

    private void runUntil(long endNs) {
        while (nowNs < endNs) {
            int work = turn();
            if (nowNs >= nextCheckNs) {
                nextCheckNs = nowNs + CHECK_EVERY_NS;
                agreement.checkSafety(auditor);
            }
            nowNs = work > 0 ? nowNs + 20_000 : Math.max(nowNs + 1, Math.min(endNs, nextNs()));
        }
    }

    private int turn() {
        int work = storm.poll(nowNs);
        network.advanceTo(nowNs);
        work += gateway.poll(nowNs);
        work += trader.poll(nowNs);
        work += operator.poll(nowNs);
        work += journal.step(nowNs);
        work += events.poll(nowNs, (position, header, event) -> auditor.onEvent(header, event));
        return work;
    }

    private long nextNs() {
        long next = Math.min(network.nextNs(), storm.nextNs());
        next = Math.min(next, Math.min(trader.nextNs(), operator.nextNs()));
        next = Math.min(next, journal.nextDueNs());
        return Math.min(next, nowNs + JUMP_MAX_NS);
    }

    private WorldReport report() {
        long orders = trader.accepted();
        Map<String, Long> faults = storm.injected();
        long trace = journal.recorded().hash() * 31 + network.traceHash();
        return new WorldReport(
                seed,
                auditor.events() + network.happenings(),
                orders,
                auditor.fills().size(),
                auditor.refusals(),
                faults,
                storm.crashes(),
                trace);
    }
}
