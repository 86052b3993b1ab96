package io.tidegate.app.command;

import io.tidegate.app.demo.Demo;
import io.tidegate.app.demo.DemoReport;
import io.tidegate.app.demo.DemoSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Everything on this machine: a simulated venue, the whole system, a load, and a comparison at the end.
@Command(
        name = "demo",
        description =
                "Runs everything on this machine against a simulated venue, and compares our books with its truth.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--seconds", description = "how long orders are placed, 1 to 86400; until Ctrl-C without it")
    private int seconds;

    @Option(names = "--rate", defaultValue = "100", description = "orders a second, 1 to 5000 (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seed", defaultValue = "1", description = "of the market and the load (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "the last line on standard output is one JSON object")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (spec.commandLine().getParseResult().hasMatchedOption("--seconds")) {
            Arguments.check(spec, "--seconds", seconds, 1, 86_400);
        }
        Arguments.check(spec, "--rate", rate, 1, 5_000);
        var stopping = new Stopping();
        int status = 1;
        try {
            var demo = new Demo(
                    new DemoSettings(seconds, rate, seed),
                    () -> !stopping.isAsked(),
                    spec.commandLine().getErr()::println);
            DemoReport report = demo.run();
            spec.commandLine().getOut().println(json ? report.json().toString() : report.words());
            spec.commandLine().getOut().flush();
            status = report.violations().isEmpty() ? 0 : 1;
            return status;
        } finally {
            stopping.ended(status);
        }
    }
}
