package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.model.risk.KillScope;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// The kill switches of a running `serve` (SPEC POS-4).
@Command(
        name = "kill-switch",
        description = "Stops new orders and cancels open ones, or lets them go on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class KillSwitchCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Command(name = "on", description = "Engages a switch.", mixinStandardHelpOptions = true)
    int on(
            @Mixin Connection connection,
            @Option(names = "--scope", defaultValue = "ALL", description = "${COMPLETION-CANDIDATES}") KillScope scope,
            @Option(names = "--subject", defaultValue = "", description = "what is covered") String subject,
            @Option(names = "--reason", required = true, description = "for the record") String reason) {
        return set(connection, scope, subject, true, reason);
    }

    @Command(name = "off", description = "Re-arms a switch.", mixinStandardHelpOptions = true)
    int off(
            @Mixin Connection connection,
            @Option(names = "--scope", defaultValue = "ALL", description = "${COMPLETION-CANDIDATES}") KillScope scope,
            @Option(names = "--subject", defaultValue = "", description = "what is covered") String subject,
            @Option(names = "--reason", required = true, description = "for the record") String reason) {
        return set(connection, scope, subject, false, reason);
    }

    @Command(name = "show", description = "Shows what is engaged.", mixinStandardHelpOptions = true)
    int show(@Mixin Connection connection) {
        return connection.ask("GET", "/v1/kill-switch", Optional.empty(), "engaged");
    }

    private int set(Connection connection, KillScope scope, String subject, boolean engaged, String reason) {
        if (subject.isEmpty() != (scope == KillScope.ALL)) {
            String rule = scope == KillScope.ALL ? "must not stand with ALL" : "must name one for " + scope;
            throw Arguments.wrong(spec, "--subject", rule, subject.isEmpty() ? "empty" : subject);
        }
        ObjectNode body = ApiClient.MAPPER.createObjectNode();
        body.put("scope", scope.name());
        body.put("subject", subject);
        body.put("engaged", engaged);
        body.put("reason", reason);
        return connection.ask("POST", "/v1/kill-switch", Optional.of(body), "engaged");
    }
}
