package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.app.config.ConfigurationExample;
import io.tidegate.app.config.ConfigurationReader;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Configurations: checks one, or prints one.
@Command(
        name = "config",
        description = "Checks a configuration, or prints an example.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class ConfigCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Command(
            name = "check",
            description = "Says everything that is wrong with a configuration.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "FILE", description = "TOML, or YAML where it is called .yaml or .yml") Path file,
            @Option(names = "--json", description = "answer as one JSON object") boolean json) {
        ConfigurationReader.Result result = ConfigurationReader.read(file, System.getenv());
        ObjectNode answer = ApiClient.MAPPER.createObjectNode();
        answer.put("file", file.toString());
        answer.put("valid", result instanceof ConfigurationReader.Result.Good);
        ArrayNode list = answer.putArray("problems");
        if (result instanceof ConfigurationReader.Result.Bad bad) {
            bad.problems().forEach(problem -> {
                ObjectNode one = list.addObject();
                one.put("line", problem.line());
                one.put("key", problem.key());
                one.put("value", problem.value());
                one.put("expected", problem.expected());
                if (!json) {
                    spec.commandLine().getErr().println(file + ": " + problem);
                }
            });
        }
        if (json) {
            spec.commandLine().getOut().println(answer);
        } else if (list.isEmpty()) {
            spec.commandLine().getOut().println(file + " is valid");
        }
        return list.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "example",
            description = "Prints a configuration with every key, which passes its own check.",
            mixinStandardHelpOptions = true)
    int example(@Option(names = "--json", description = "as one JSON object with the text in it") boolean json) {
        String toml = ConfigurationExample.toml();
        if (json) {
            ObjectNode answer = ApiClient.MAPPER.createObjectNode();
            answer.put("toml", toml);
            spec.commandLine().getOut().println(answer);
        } else {
            spec.commandLine().getOut().print(toml);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
