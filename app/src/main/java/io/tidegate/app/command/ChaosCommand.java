package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.world.Chaos;
import io.tidegate.world.WorldSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Deterministic simulation of the whole system under faults, seed after seed (SPEC SIM-3).
@Command(
        name = "chaos",
        description = "Simulates the whole system under faults, one world per seed, and checks that nothing is lost or"
                + " doubled. Exit status 1 and the seed on a violation.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--seed", defaultValue = "1", description = "of the first world (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--runs", defaultValue = "100", description = "worlds, 1 to 1,000,000 (${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--minutes",
            defaultValue = "10",
            description = "simulated minutes under faults, for each world, 1 to 10,000 (${DEFAULT-VALUE})")
    private int minutes;

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "worlds at once, up to 256; 0 for one per processor (${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--json", description = "one JSON object as the last line")
    private boolean json;

    @Override
    public Integer call() {
        Arguments.check(spec, "--runs", runs, 1, 1_000_000);
        Arguments.check(spec, "--minutes", minutes, 1, 10_000);
        Arguments.check(spec, "--threads", threads, 0, 256);
        Configurator.setAllLevels("io.tidegate", Level.OFF); // simulated outages are not an operator's business
        PrintWriter progress = spec.commandLine().getErr();
        long beganNs = System.nanoTime();
        Chaos.Result result = Chaos.run(
                seed,
                runs,
                Duration.ofMinutes(minutes),
                WorldSettings.stormy(),
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                done -> {
                    if (done % 10 == 0) {
                        progress.println(done + " of " + runs + " worlds");
                    }
                });
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        for (String failure : result.failures()) {
            progress.println("violation: " + failure);
        }
        spec.commandLine().getOut().println(json ? json(result, seconds) : words(result, seconds));
        return result.failures().isEmpty() ? 0 : 1;
    }

    private static ObjectNode json(Chaos.Result result, double seconds) {
        ObjectNode answer = ApiClient.MAPPER.createObjectNode();
        answer.put("runs", result.runs());
        answer.put("events", result.events());
        answer.put("orders", result.orders());
        answer.put("fills", result.fills());
        ObjectNode faults = answer.putObject("faultsInjected");
        result.faultsInjected().forEach(faults::put);
        answer.put("crashes", result.crashes());
        answer.put("violations", result.failures().size());
        var failures = answer.putArray("failures");
        result.failures().forEach(failures::add);
        answer.put("traceHash", Long.toHexString(result.traceHash()));
        answer.put("eventsPerSecond", Math.round(result.events() / seconds));
        return answer;
    }

    private static String words(Chaos.Result result, double seconds) {
        long faults = result.faultsInjected().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return "%d worlds: %,d events, %,d orders, %,d fills, %,d faults, %,d crashes, %d violations; %,d events/s"
                .formatted(
                        result.runs(),
                        result.events(),
                        result.orders(),
                        result.fills(),
                        faults,
                        result.crashes(),
                        result.failures().size(),
                        Math.round(result.events() / seconds));
    }
}
