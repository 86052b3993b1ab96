package io.tidegate.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Checks of arguments: what is wrong names the argument, its rule and the value, and ends with status 2.
final class Arguments {
    private Arguments() {}

    /// @throws CommandLine.ParameterException when the value is outside
    static void check(CommandSpec spec, String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), name + " must be " + low + " to " + high + ", not " + value);
        }
    }

    /// @throws CommandLine.ParameterException always
    static CommandLine.ParameterException wrong(CommandSpec spec, String name, String rule, String value) {
        return new CommandLine.ParameterException(spec.commandLine(), name + " " + rule + ", not " + value);
    }
}
