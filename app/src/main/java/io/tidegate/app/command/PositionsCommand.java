package io.tidegate.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Positions with profit and loss, or their history, from a running `serve`.
@Command(
        name = "positions",
        description = "Shows positions with cost, result, mark and charges, or how they came about.",
        mixinStandardHelpOptions = true)
public final class PositionsCommand implements Callable<Integer> {
    /// How far positions are added up.
    enum Level {
        VENUE,
        INSTRUMENT,
        ASSET
    }

    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--by", description = "${COMPLETION-CANDIDATES}; VENUE when not stated")
    private Optional<Level> by = Optional.empty();

    @Option(names = "--history", description = "each change with its cause, the newest first")
    private boolean history;

    @Option(names = "--instrument", defaultValue = "", description = "with --history: of that one alone")
    private String instrument = "";

    @Option(names = "--limit", defaultValue = "", description = "with --history: how many changes, 1 to 10000; 100")
    private String limit = "";

    @Override
    public Integer call() {
        if (history) {
            if (by.isPresent()) {
                throw Arguments.wrong(
                        spec, "--by", "must not stand with --history", by.get().name());
            }
            var target = new Targets("/v1/positions/history")
                    .with("instrument", instrument)
                    .with("limit", limit);
            return connection.ask("GET", target.toString(), Optional.empty(), "history");
        }
        if (!instrument.isEmpty() || !limit.isEmpty()) {
            throw Arguments.wrong(spec, "--history", "must stand with --instrument and --limit", "absent");
        }
        var target = new Targets("/v1/positions").with("by", by.map(Level::name).orElse(""));
        return connection.ask("GET", target.toString(), Optional.empty(), "positions");
    }
}
