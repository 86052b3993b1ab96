package io.tidegate.app;

import io.tidegate.app.command.BalancesCommand;
import io.tidegate.app.command.ChaosCommand;
import io.tidegate.app.command.ConfigCommand;
import io.tidegate.app.command.DemoCommand;
import io.tidegate.app.command.KillSwitchCommand;
import io.tidegate.app.command.OrderCommand;
import io.tidegate.app.command.PositionsCommand;
import io.tidegate.app.command.RecordCommand;
import io.tidegate.app.command.RecordsCommand;
import io.tidegate.app.command.ReplayCommand;
import io.tidegate.app.command.ServeCommand;
import io.tidegate.app.command.SimCommand;
import io.tidegate.app.command.VenueCommand;
import io.tidegate.app.command.VersionCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit status: 0 done, 1 failed, 2 not understood.
@Command(
        name = "tidegate",
        description = "Trades on many venues without losing track of an order, a fill or a position.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            SimCommand.class,
            DemoCommand.class,
            OrderCommand.class,
            PositionsCommand.class,
            BalancesCommand.class,
            KillSwitchCommand.class,
            ChaosCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            RecordsCommand.class,
            ConfigCommand.class,
            VenueCommand.class,
            VersionCommand.class,
            WarmUp.class
        })
public final class Tidegate {
    private Tidegate() {}

    /// Runs one command and ends the process with its exit status.
    public static void main(String[] args) {
        var answers = System.out;
        System.setOut(System.err); // a library that prints must not spoil the answer of a command
        System.exit(commandLine(answers).execute(args));
    }

    /// All commands, with their answers going to that stream.
    static CommandLine commandLine(PrintStream answers) {
        return new CommandLine(new Tidegate()).setOut(new PrintWriter(answers, true, StandardCharsets.UTF_8));
    }
}
