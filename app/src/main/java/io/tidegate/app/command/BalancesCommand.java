package io.tidegate.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Balances at each venue account, from a running `serve`.
@Command(name = "balances", description = "Shows balances at each venue account.", mixinStandardHelpOptions = true)
public final class BalancesCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Override
    public Integer call() {
        return connection.ask("GET", "/v1/balances", Optional.empty(), "balances");
    }
}
