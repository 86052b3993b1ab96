package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.app.config.Configuration;
import io.tidegate.app.config.ConfigurationReader;
import io.tidegate.app.serve.Wiring;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Production, all in one process, until SIGTERM.
@Command(
        name = "serve",
        description = "Runs the whole system on a configuration, until it is told to stop.",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    /// With what the process ends when a loop of ours dies; the log's own are 70 to 75.
    private static final Map<String, Integer> EXIT_CODES = Map.of("gateway", 80, "desk", 81);

    private static final int LOOP_DIED = 82;
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--config", required = true, description = "the configuration, TOML or YAML")
    private Path config = Path.of("tidegate.toml");

    @Option(names = "--json", description = "once clients can connect, one JSON object with the address")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        return switch (ConfigurationReader.read(config, System.getenv())) {
            case ConfigurationReader.Result.Good(var configuration) -> serve(configuration);
            case ConfigurationReader.Result.Bad(var problems) -> {
                problems.forEach(problem -> spec.commandLine().getErr().println(config + ": " + problem));
                yield 2;
            }
        };
    }

    private int serve(Configuration configuration) throws InterruptedException {
        var stopping = new Stopping();
        int status = 1;
        try (Wiring wiring = Wiring.start(configuration, ServeCommand::die)) {
            ObjectNode address = ApiClient.MAPPER.createObjectNode();
            address.put("url", wiring.url());
            spec.commandLine().getOut().println(json ? address : "serving at " + wiring.url());
            spec.commandLine().getOut().flush();
            stopping.await();
            LOG.info("stopping: nothing new is taken");
            Wiring.Left left = wiring.stop();
            spec.commandLine().getErr().println("stopped: " + left);
            spec.commandLine().getErr().flush();
            status = 0;
            return status;
        } catch (IllegalStateException cannotStart) {
            LOG.error("cannot serve", cannotStart);
            spec.commandLine().getErr().println("cannot serve: " + cannotStart.getMessage());
            return 1;
        } finally {
            stopping.ended(status);
        }
    }

    /// The last line before the end: what a dead loop owned cannot be trusted, and nothing else would notice.
    private static void die(String loop, Throwable why) {
        LOG.error("loop {} died", loop, why);
        int code = EXIT_CODES.getOrDefault(loop, LOOP_DIED);
        System.err.println(String.format(Locale.ROOT, "tidegate: loop %s died: %s; exit status %d", loop, why, code));
        Runtime.getRuntime().halt(code);
    }
}
