package io.tidegate.bench;

import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.Endpoint;
import io.tidegate.transport.vertx.EventLoops;
import io.tidegate.venues.binance.BinanceSite;
import java.io.IOException;

/// A simulated Binance in a process of its own, with limits that do not hold up a benchmark.
final class SimulatorPeer {
    private static final long SEED = 1;

    /// Where it is, and with which keys.
    record Venue(BinanceSite site, Credentials credentials) {}

    private SimulatorPeer() {}

    /// Says its addresses and keys, and runs until its input ends.
    public static void main(String[] arguments) throws IOException {
        var out = System.out;
        System.setOut(System.err);
        try (var loops = new EventLoops(1);
                var sim = SimServer.binance(loops, 0, BinanceSettings.generous(), SEED)) {
            String first = String.join(
                    " ",
                    sim.restOrigin(),
                    sim.socketOrigin(),
                    sim.credentials().apiKey(),
                    sim.credentials().secret());
            Peer.serve(out, first, question -> "ok");
        }
    }

    /// What the process said in its first line.
    static Venue venue(String line) {
        String[] words = line.split(" ", -1);
        var site = BinanceSite.ownHost(Endpoint.parse(words[0]), Endpoint.parse(words[1]));
        return new Venue(site, new Credentials(words[2], words[3]));
    }
}
