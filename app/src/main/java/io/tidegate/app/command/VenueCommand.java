package io.tidegate.app.command;

import io.tidegate.app.client.ApiClient;
import io.tidegate.transport.Header;
import io.tidegate.venues.api.Capabilities;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.words.Fact;
import io.tidegate.venues.words.Reading;
import io.tidegate.venues.words.RenderSettings;
import io.tidegate.venues.words.Rendering;
import io.tidegate.venues.words.VenueWords;
import io.tidegate.venues.words.Wish;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Venues without a session: what they can do, what we would send them, what their payloads say. Nothing is sent.
@Command(
        name = "venue",
        description = "Lists venues, renders requests and reads payloads; nothing is sent.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class VenueCommand {
    private static final String STDIN = "-";

    @Spec
    private CommandSpec spec = CommandSpec.create(); // the real one is set before the call

    @Command(name = "list", description = "Says what each venue can do.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "answer as one JSON object") boolean json) {
        ObjectNode answer = ApiClient.MAPPER.createObjectNode();
        ArrayNode venues = answer.putArray("venues");
        for (VenueWords words : Venues.ALL.values()) {
            ObjectNode venue = described(words);
            venues.add(venue);
            if (!json) {
                out().println(words.capabilities().venue());
                venue.properties().stream()
                        .filter(field -> !field.getKey().equals("venue"))
                        .forEach(field -> out().println("  " + field.getKey() + ": " + shown(field.getValue())));
            }
        }
        if (json) {
            out().println(answer);
        }
        return 0;
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString().replace("\"", "");
    }

    private static ObjectNode described(VenueWords words) {
        Capabilities can = words.capabilities();
        ObjectNode venue = ApiClient.MAPPER.createObjectNode();
        venue.put("venue", can.venue());
        can.types().forEach(venue.putArray("types")::addPOJO);
        can.tifs().forEach(venue.putArray("timesInForce")::addPOJO);
        can.features().forEach(venue.putArray("features")::addPOJO);
        venue.put("nativeAmend", can.nativeAmend());
        venue.put("cancelAll", can.cancelAll());
        venue.put("lookUpByClientId", can.lookUpByClientId());
        venue.put("refusesDuplicateIds", can.refusesDuplicateIds());
        venue.put("deadMan", can.deadMan());
        venue.put("requestExpiryMs", can.requestExpiryNs() / 1_000_000);
        venue.put("visibilityMs", can.visibilityNs() / 1_000_000);
        venue.put("completeLookUp", can.completeLookUp());
        ArrayNode limits = venue.putArray("limits");
        for (LimitRule rule : can.limits()) {
            ObjectNode limit = limits.addObject();
            limit.put("name", rule.name());
            limit.put("scope", rule.scope().name());
            limit.put("capacity", rule.capacity());
            limit.put("windowMs", rule.windowNs() / 1_000_000);
        }
        words.operations().forEach(venue.putArray("operations")::add);
        words.kinds().forEach(venue.putArray("kinds")::add);
        return venue;
    }

    /// What a request is made with.
    static final class Making {
        @Option(names = "--venue", required = true, description = "which venue's language")
        String venue = "";

        @Option(names = "--time-ms", defaultValue = "0", description = "the time that it bears; 0 for now")
        long timeMs;

        @Option(names = "--key", defaultValue = "key", description = "API key")
        String key = "";

        @Option(names = "--secret", defaultValue = "secret", description = "its secret, or a private key in PEM")
        String secret = "";

        @Option(names = "--passphrase", defaultValue = "", description = "where the venue has one")
        String passphrase = "";

        @Option(names = "--sandbox", description = "at the venue's test system")
        boolean sandbox;

        @Option(names = "--rest", description = "by REST, which is usual where there is one")
        boolean rest;

        @Option(names = "--ws", description = "as a frame of the WebSocket interface")
        boolean socket;
    }

    @Command(
            name = "render",
            description = "Prints the exact request that a wish on standard input would become.",
            mixinStandardHelpOptions = true)
    int render(
            @Mixin Making making,
            @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = STDIN, description = "JSON; - for stdin")
                    String file,
            @Option(names = "--json", description = "the answer is JSON in any case") boolean json) {
        VenueWords words = words(making.venue);
        if (making.rest && making.socket) {
            throw Arguments.wrong(spec, "--rest", "and --ws must not both stand", "");
        }
        Wish wish;
        try {
            wish = wish(ApiClient.MAPPER.readTree(read(file)));
        } catch (JacksonException notJson) {
            return failed("the wish is not JSON: " + notJson.getOriginalMessage());
        } catch (IllegalArgumentException notAWish) {
            return failed(String.valueOf(notAWish.getMessage()));
        }
        long timeMs = making.timeMs == 0 ? System.currentTimeMillis() : making.timeMs;
        var settings =
                new RenderSettings(timeMs, making.key, making.secret, making.passphrase, making.sandbox, making.socket);
        return switch (words.render(wish, settings)) {
            case Rendering.Http http -> {
                ObjectNode answer = ApiClient.MAPPER.createObjectNode();
                answer.put("transport", "HTTP");
                answer.put("method", http.request().method());
                answer.put("url", http.origin() + http.request().target());
                ObjectNode headers = answer.putObject("headers");
                for (Header header : http.request().headers()) {
                    headers.put(header.name(), header.value());
                }
                answer.put("body", http.request().text());
                out().println(answer);
                yield 0;
            }
            case Rendering.Frame frame -> {
                ObjectNode answer = ApiClient.MAPPER.createObjectNode();
                answer.put("transport", "WS");
                answer.put("url", frame.url());
                answer.put("frame", frame.frame());
                out().println(answer);
                yield 0;
            }
            case Rendering.Refused refused -> {
                refused.problems().forEach(problem -> failed(problem.toString()));
                yield 1;
            }
        };
    }

    private static Wish wish(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("the wish: expected an object such as {\"op\": \"submit\", ...}");
        }
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            JsonNode value = field.getValue();
            if (value.isContainer()) {
                throw new IllegalArgumentException(field.getKey() + ": expected text, found " + value);
            }
            if (!value.isNull()) {
                fields.put(field.getKey(), value.isString() ? value.stringValue() : value.toString());
            }
        }
        return new Wish(new TreeMap<>(fields));
    }

    @Command(
            name = "parse",
            description = "Says what a venue's payload means, one JSON object a line.",
            mixinStandardHelpOptions = true)
    int parse(
            @Option(names = "--venue", required = true, description = "whose payload it is") String venue,
            @Option(names = "--kind", defaultValue = "auto", description = "what it must be; see venue list")
                    String kind,
            @Option(names = "--status", defaultValue = "200", description = "HTTP's status that it came with")
                    int status,
            @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = STDIN, description = "- for stdin")
                    String file,
            @Option(names = "--json", description = "the answer is JSON in any case") boolean json) {
        VenueWords words = words(venue);
        if (!kind.equals("auto") && !words.kinds().contains(kind)) {
            throw Arguments.wrong(spec, "--kind", "must be auto or one of " + words.kinds(), kind);
        }
        Arguments.check(spec, "--status", status, 100, 599);
        return switch (words.parse(kind, status, read(file))) {
            case Reading.Read read -> {
                read.facts().forEach(fact -> out().println(line(fact)));
                if (read.facts().isEmpty()) {
                    err().println("read: nothing of orders, fills, balances or the market");
                }
                yield 0;
            }
            case Reading.Unreadable unreadable -> failed("unreadable: " + unreadable.problem());
        };
    }

    private static ObjectNode line(Fact fact) {
        ObjectNode line = ApiClient.MAPPER.createObjectNode();
        line.put("event", fact.event());
        fact.fields().forEach((name, value) -> line.set(name, ApiClient.MAPPER.valueToTree(value)));
        return line;
    }

    private VenueWords words(String venue) {
        VenueWords words = Venues.ALL.get(venue);
        if (words == null) {
            throw Arguments.wrong(spec, "--venue", "must be one of " + List.copyOf(Venues.ALL.keySet()), venue);
        }
        return words;
    }

    private byte[] read(String file) {
        try {
            if (file.equals(STDIN)) {
                InputStream in = System.in;
                return in.readAllBytes();
            }
            return Files.readAllBytes(Path.of(file));
        } catch (IOException unreadable) {
            throw Arguments.wrong(spec, "FILE", "must be a file that can be read", file);
        }
    }

    private int failed(String why) {
        err().println(why);
        return 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
