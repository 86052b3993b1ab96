package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.vertx.EventLoops;
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
        var settings = limits.equals("usual") ? BinanceSettings.usual() : BinanceSettings.generous();
        var stopping = new Stopping();
        int status = 1;
        try (var loops = new EventLoops(1);
                var sim = SimServer.binance(loops, portsFrom, settings, seed)) {
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
        } catch (IllegalStateException cannotListen) {
            spec.commandLine().getErr().println("cannot simulate: " + cannotListen.getMessage());
            return 1;
        } finally {
            stopping.ended(status);
        }
    }
}
