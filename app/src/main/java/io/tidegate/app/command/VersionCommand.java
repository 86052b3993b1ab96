package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Which program this is.
@Command(name = "version", description = "Says which version this is.", mixinStandardHelpOptions = true)
public final class VersionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(names = "--json", description = "answer as one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        String ours = Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
        ObjectNode answer = ApiClient.MAPPER.createObjectNode();
        answer.put("tidegate", ours);
        answer.put("java", Runtime.version().toString());
        spec.commandLine().getOut().println(json ? answer : "tidegate " + ours + ", Java " + Runtime.version());
        return 0;
    }
}
