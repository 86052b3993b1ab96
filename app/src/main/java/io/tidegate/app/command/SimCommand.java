package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.agents.CrowdSettings;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.vertx.EventLoops;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Only the simulated venues, for any client that speaks their protocols.
@Command(
        name = "sim",
        description = "Runs simulated venues on loopback sockets with their real protocols, until it is told to stop.",
        mixinStandardHelpOptions = true)
public final class SimCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--venues", defaultValue = "binance", description = "which: binance (${DEFAULT-VALUE})")
    private String venues = "binance";

    @Option(names = "--ports-from", defaultValue = "0", description = "the first port; 0 for free ones")
    private int portsFrom;

    @Option(names = "--seed", defaultValue = "1", description = "of markets, keys and ids (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--limits",
            defaultValue = "usual",
            description = "usual: what the venue allows; generous: far more orders and requests (${DEFAULT-VALUE})")
    private String limits = "usual";

    @Option(
            names = "--market",
            defaultValue = "lively",
            description = "lively: moves as a large coin does, with news and trends; calm: hardly moves"
                    + " (${DEFAULT-VALUE})")
    private String market = "lively";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a folder of recordings (*.jsonl.gz) that are the market instead; docs/simulator.md")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "of a recording: how many of its seconds pass in one (${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--json", description = "one JSON object per venue: venue, rest, ws, key, secret")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Arguments.check(spec, "--ports-from", portsFrom, 0, 65_535);
        for (String venue : venues.split(",", -1)) {
            if (!venue.equals("binance")) {
                throw Arguments.wrong(spec, "--venues", "must be of: binance", venue);
            }
        }
        if (!limits.equals("usual") && !limits.equals("generous")) {
            throw Arguments.wrong(spec, "--limits", "must be usual or generous", limits);
        }
        if (!market.equals("lively") && !market.equals("calm")) {
            throw Arguments.wrong(spec, "--market", "must be lively or calm", market);
        }
        if (!(speed > 0 && speed <= 1_000)) {
            throw Arguments.wrong(spec, "--speed", "must be more than 0, up to 1000", Double.toString(speed));
        }
        var settings = limits.equals("usual") ? BinanceSettings.usual() : BinanceSettings.generous();
        var stopping = new Stopping();
        int status = 1;
        try (var loops = new EventLoops(1);
                var sim = start(loops, settings)) {
            ObjectNode venue = ApiClient.MAPPER.createObjectNode();
            venue.put("venue", "binance");
            venue.put("rest", sim.restOrigin());
            venue.put("ws", sim.socketOrigin());
            venue.put("key", sim.credentials().apiKey());
            venue.put("secret", sim.credentials().secret());
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? venue
                                    : "binance: rest " + sim.restOrigin() + ", WebSocket " + sim.socketOrigin()
                                            + ", key "
                                            + sim.credentials().apiKey() + ", secret "
                                            + sim.credentials().secret());
            spec.commandLine().getOut().flush();
            stopping.await();
            status = 0;
            return status;
        } catch (IllegalStateException | IOException cannot) {
            spec.commandLine().getErr().println("cannot simulate: " + cannot.getMessage());
            return 1;
        } finally {
            stopping.ended(status);
        }
    }

    private SimServer start(EventLoops loops, BinanceSettings settings) throws IOException {
        if (data.isPresent()) {
            return SimServer.replaying(loops, portsFrom, settings, data.get(), speed, seed);
        }
        return market.equals("lively")
                ? SimServer.start(loops, portsFrom, settings, SimServer.usualVenue(), CrowdSettings.lively(), seed)
                : SimServer.binance(loops, portsFrom, settings, seed);
    }
}
