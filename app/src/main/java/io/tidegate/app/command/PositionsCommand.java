package io.tidegate.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Positions at each venue account, from a running `serve`.
@Command(name = "positions", description = "Shows positions at each venue account.", mixinStandardHelpOptions = true)
public final class PositionsCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Override
    public Integer call() {
        return connection.ask("GET", "/v1/positions", Optional.empty(), "positions");
    }
}
