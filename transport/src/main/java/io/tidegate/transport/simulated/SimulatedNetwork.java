package io.tidegate.transport.simulated;

import io.tidegate.transport.Endpoint;
import io.tidegate.transport.Face;
import io.tidegate.transport.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole network on simulated time: faces by origin, clients by address, and everything that goes wrong between.
///
/// Deterministic: the same seed and the same calls give the same happenings. All of them stand in one queue by time
/// and entry. One thread. The driver alternates between [#advanceTo] and polling the clients:
///
/// ```
/// network.host(endpoint, face);
/// Network client = network.client("10.0.0.1");
/// client.connect(1, endpoint, "/ws", timeoutNs);
/// for (long now = start; now < end; now = Math.min(network.nextNs(), whatElseIsDue)) {
///     network.advanceTo(now);         // to the faces
///     client.poll(events, limit);     // to the clients
/// }
/// ```
/// `http` and `ws` of one host and port are one origin, and so are `https` and `wss`; nothing is encrypted. An origin
/// that hosts nobody refuses connections.
public final class SimulatedNetwork {
    static final byte[] NOTHING = {};

    private final long seed;
    private final Schedule schedule = new Schedule();
    private final List<Site> sites = new ArrayList<>();
    /// Both looked up only, never iterated.
    private final Map<Endpoint, Site> siteByOrigin = new HashMap<>();

    private final Map<String, Map<Endpoint, Link>> links = new LinkedHashMap<>();
    private final Map<String, SimulatedClient> clients = new LinkedHashMap<>();
    private final EnumMap<Fault, Long> counts = new EnumMap<>(Fault.class);
    private Weather weather = Weather.CALM;
    private long nowNs;
    private long traceHash;
    private long happenings;
    private long lastExchange;
    private int lastConnection;

    /// A network whose time stands at 1970 until the first [#advanceTo].
    public SimulatedNetwork(long seed) {
        this(seed, 0);
    }

    /// @param seed    decides every latency and every fault
    /// @param startNs the time now, nanoseconds since 1970 UTC
    public SimulatedNetwork(long seed, long startNs) {
        this.seed = seed;
        this.nowNs = startNs;
    }

    /// Puts a face behind an origin; one face may stand behind several and is still one host, ticked once.
    ///
    /// @throws IllegalStateException when another face is there already
    public void host(Endpoint at, Face face) {
        Site site = sites.stream().filter(s -> s.hosts(face)).findFirst().orElseGet(() -> {
            Site made = new Site(this, face);
            sites.add(made);
            return made;
        });
        Site other = siteByOrigin.putIfAbsent(origin(at), site);
        if (other != null && !other.equals(site)) {
            throw new IllegalStateException(at + " is hosted already");
        }
    }

    /// The network as the client at `address` sees it. After its `close`, a new one may be had for the same address:
    /// a process that was killed and started again.
    ///
    /// @throws IllegalStateException while another client has that address
    public Network client(String address) {
        SimulatedClient client = new SimulatedClient(this, address);
        if (clients.putIfAbsent(address, client) != null) {
            throw new IllegalStateException(address + " has a client that is not closed");
        }
        return client;
    }

    /// The link between a client's address and an origin, whether or not either exists yet.
    public Link link(String address, Endpoint to) {
        Endpoint origin = origin(to);
        return links.computeIfAbsent(address, a -> new LinkedHashMap<>())
                .computeIfAbsent(origin, o -> new Link(this, o, linkSeed(address, o), weather));
    }

    /// Sets the weather of every link, those to come included.
    public void weather(Weather next) {
        weather = next;
        links.values().forEach(byOrigin -> byOrigin.values().forEach(link -> link.weather(next)));
    }

    /// Takes the host of that origin down until then: open connections are reset, new ones refused.
    ///
    /// @throws IllegalArgumentException when nothing is hosted there
    public void downUntil(Endpoint at, long untilNs) {
        site(origin(at)).downUntil(untilNs);
    }

    /// Puts the host of that origin into maintenance until then: 503 to every request, WebSockets closed and refused.
    ///
    /// @throws IllegalArgumentException when nothing is hosted there
    public void unavailableUntil(Endpoint at, long untilNs) {
        site(origin(at)).unavailableUntil(untilNs);
    }

    /// When the next thing is due, be it a message, a timeout or a face's tick; `Long.MAX_VALUE` for never.
    public long nextNs() {
        return schedule.nextNs();
    }

    /// The time up to which everything has happened, nanoseconds since 1970 UTC.
    public long nowNs() {
        return nowNs;
    }

    /// Lets everything due by then happen, in order: faces are called at once, clients told at their next poll. At
    /// the end every face has been ticked at `nowNs`.
    ///
    /// @throws IllegalArgumentException when time would go back
    public void advanceTo(long toNs) {
        if (toNs < nowNs) {
            throw new IllegalArgumentException("time cannot go back from " + nowNs + " to " + toNs);
        }
        runUntil(toNs);
        nowNs = toNs;
        for (Site site : sites) {
            site.tickOnce();
        }
        runUntil(toNs);
    }

    private void runUntil(long toNs) {
        for (long nextNs = schedule.nextNs(); nextNs <= toNs; nextNs = schedule.nextNs()) {
            nowNs = Math.max(nowNs, nextNs);
            schedule.runNext();
        }
    }

    /// How often each fault was injected, by its name, in the order of [Fault]; those that never were are left out.
    public Map<String, Long> faultsInjected() {
        Map<String, Long> injected = new LinkedHashMap<>();
        counts.forEach((fault, count) -> injected.put(fault.name(), count));
        return injected;
    }

    /// A hash over everything that was told to anybody, with its time and bytes: equal runs have equal ones.
    public long traceHash() {
        return traceHash;
    }

    /// How much was told to anybody: requests, answers, frames, connections made and ended.
    public long happenings() {
        return happenings;
    }

    static Endpoint origin(Endpoint any) {
        return new Endpoint(any.isTls() ? "https" : "http", any.host(), any.port());
    }

    Schedule.Happening at(long timeNs, Runnable act) {
        return schedule.at(timeNs, act);
    }

    Schedule.Happening in(long delayNs, Runnable act) {
        return schedule.at(Math.addExact(nowNs, delayNs), act);
    }

    void count(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    /// Whether that origin takes connections and keeps those it has; counts it when its host is down.
    boolean accepts(Endpoint origin) {
        Site site = siteByOrigin.get(origin);
        if (site != null && site.isDown()) {
            count(Fault.HOST_DOWN);
        }
        return site != null && !site.isDown();
    }

    Site site(Endpoint origin) {
        Site site = siteByOrigin.get(origin);
        if (site == null) {
            throw new IllegalArgumentException("nothing is hosted at " + origin);
        }
        return site;
    }

    long nextExchange() {
        return ++lastExchange;
    }

    int nextConnection() {
        return ++lastConnection;
    }

    void forget(SimulatedClient client) {
        clients.remove(client.address(), client);
    }

    void trace(String what, long id, byte[] bytes) {
        happenings++;
        long hash = traceHash;
        hash = mix(hash ^ nowNs);
        hash = mix(hash ^ what.hashCode() ^ (id << 32));
        traceHash = mix(hash ^ Arrays.hashCode(bytes));
    }

    private long linkSeed(String address, Endpoint origin) {
        return mix(mix(seed ^ address.hashCode()) ^ origin.toString().hashCode());
    }

    /// The finaliser of SplitMix64: every bit in moves every bit out.
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
