package io.tidegate.transport.simulated;

import io.tidegate.transport.Endpoint;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// The way between one client address and one origin: its weather, its scripted faults, its own stream of chance.
///
/// Chance is drawn per link, so that traffic of one link does not change the fate of another. A script sets weather
/// and faults at any time between two calls of [SimulatedNetwork#advanceTo].
public final class Link {
    private final SimulatedNetwork network;
    private final Endpoint origin;
    private final SplittableRandom random;
    private final EnumMap<Fault, Integer> ordered = new EnumMap<>(Fault.class);
    /// In the order of their opening; compared by identity.
    private final Set<Socket> sockets = new LinkedHashSet<>();

    private Weather weather;
    private long downUntilNs = Long.MIN_VALUE;

    Link(SimulatedNetwork network, Endpoint origin, long seed, Weather weather) {
        this.network = network;
        this.origin = origin;
        this.random = new SplittableRandom(seed);
        this.weather = weather;
    }

    /// Sets the weather from now on; what is under way keeps the time it was given.
    public void weather(Weather next) {
        weather = next;
    }

    /// Orders a fault for the next message that could meet it, and then for the one after, as often as called.
    ///
    /// @throws IllegalArgumentException for a fault that is a state of a host
    public void next(Fault fault) {
        if (!fault.isPerMessage()) {
            throw new IllegalArgumentException(fault + " is a state of a host: see SimulatedNetwork");
        }
        ordered.merge(fault, 1, Integer::sum);
    }

    /// Takes the link down until then: what is sent meanwhile, either way, leaves when it is up again.
    ///
    /// @param untilNs nanoseconds since 1970 UTC; a time past brings it up for what is sent from now on
    public void downUntil(long untilNs) {
        downUntilNs = untilNs;
    }

    /// Cuts every WebSocket of this link now, with a seeded part of what is under way; counts each as
    /// [Fault#CUT_BEFORE].
    public void cut() {
        for (Socket socket : List.copyOf(sockets)) {
            network.count(Fault.CUT_BEFORE);
            socket.cut(noticeNs(), noticeNs());
        }
    }

    void opening(Socket socket) {
        sockets.add(socket);
    }

    void gone(Socket socket) {
        sockets.remove(socket);
    }

    Endpoint origin() {
        return origin;
    }

    /// Whether the message at hand meets this fault; counts it when it does.
    boolean meets(Fault fault) {
        int left = ordered.getOrDefault(fault, 0);
        if (left > 0) {
            ordered.put(fault, left - 1);
        } else {
            int bps = weather.rateBps(fault);
            if (bps == 0 || random.nextInt(10_000) >= bps) {
                return false;
            }
        }
        network.count(fault);
        return true;
    }

    /// When a message sent now arrives, were it alone on its connection.
    long arrivalNs() {
        long nowNs = network.nowNs();
        if (meets(Fault.PARTITIONED)) {
            downUntilNs = Math.max(downUntilNs, nowNs + upTo(weather.silenceMaxNs()));
        } else if (downUntilNs > nowNs) {
            network.count(Fault.PARTITIONED);
        }
        long delayNs = meets(Fault.DELAYED) ? upTo(weather.delayMaxNs()) : 0;
        return Math.max(nowNs, downUntilNs) + latencyNs() + delayNs;
    }

    /// When word of a break reaches a side: soon, and on each side at its own time.
    long noticeNs() {
        return network.nowNs() + upTo(2 * weather.latencyNs() + weather.jitterNs());
    }

    /// When a side notices that it has been talking to nobody.
    long lateNoticeNs() {
        return network.nowNs() + upTo(weather.silenceMaxNs());
    }

    /// One way, without faults.
    long latencyNs() {
        return weather.latencyNs() + (weather.jitterNs() == 0 ? 0 : random.nextLong(weather.jitterNs()));
    }

    boolean coin() {
        return random.nextBoolean();
    }

    private long upTo(long maxNs) {
        return 1 + random.nextLong(maxNs);
    }
}
