package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// How a command reaches a running `serve`, and how it shows what came back.
final class Connection {
    private static final int BAD_ARGUMENT = 2;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Option(
            names = "--url",
            defaultValue = "${env:TIDEGATE_URL:-http://127.0.0.1:8080}",
            description = "where serve listens; TIDEGATE_URL (${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--key",
            defaultValue = "${env:TIDEGATE_KEY:-}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "an API key; better in TIDEGATE_KEY")
    private String key = "";

    @Option(names = "--json", description = "answer as one JSON object")
    private boolean json;

    /// Asks, shows the answer, and gives the exit status: 0 done, 1 refused or not reached, 2 not understood.
    ///
    /// @param list the field whose entries are shown one a line; "" shows the whole in one line
    int ask(String method, String target, Optional<JsonNode> body, String list) {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw Arguments.wrong(spec, "--url", "must be http://host:port", url.toString());
        }
        if (key.isEmpty()) {
            throw Arguments.wrong(spec, "--key", "must be an API key, here or in TIDEGATE_KEY", "empty");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (var client = new ApiClient(url, key)) {
            ApiClient.Answer answer = client.ask(method, target, body);
            if (json) {
                out.println(answer.body());
            } else if (answer.isGood()) {
                show(answer.body(), list, out);
            }
            if (!answer.isGood()) {
                complain(answer, err);
            }
            return answer.isGood() ? 0 : answer.status() == 400 ? BAD_ARGUMENT : 1;
        } catch (IOException lost) {
            err.println("no answer from " + url + ": "
                    + (lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage()));
            if (json) {
                out.println("{\"code\":\"UNREACHABLE\"}");
            }
            return 1;
        }
    }

    private static void show(JsonNode body, String list, PrintWriter out) {
        JsonNode entries = body.get(list);
        if (entries == null) {
            out.println(line(body));
        } else if (entries.isEmpty()) {
            out.println("none");
        } else {
            entries.forEach(entry -> out.println(line(entry)));
        }
    }

    private static String line(JsonNode node) {
        return node.properties().stream()
                .map(field -> field.getKey() + "="
                        + (field.getValue().isString()
                                ? field.getValue().stringValue()
                                : field.getValue().toString()))
                .collect(Collectors.joining("  "));
    }

    private static void complain(ApiClient.Answer answer, PrintWriter err) {
        err.println(answer.text("code") + ": " + answer.text("detail"));
        JsonNode errors = answer.body().get("errors");
        if (errors != null && errors.size() > 1) {
            errors.forEach(error -> err.println("  " + line(error)));
        }
    }
}
