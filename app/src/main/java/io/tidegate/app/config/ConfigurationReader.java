package io.tidegate.app.config;

import io.tidegate.api.access.AccessKey;
import io.tidegate.api.access.Caller;
import io.tidegate.api.access.Role;
import io.tidegate.api.http.ApiSettings;
import io.tidegate.cluster.IdleProfile;
import io.tidegate.execution.route.RoutingRules;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a configuration and finds everything that is wrong with it, at once.
public final class ConfigurationReader {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,36}");
    private static final Pattern ASSET = Pattern.compile("[A-Z0-9.-]{1,24}");
    private static final long NS_PER_MS = 1_000_000;

    /// What a file came to.
    public sealed interface Result {
        /// It may be started.
        record Good(Configuration configuration) implements Result {}

        /// It may not; all that is wrong, by line.
        record Bad(List<ConfigProblem> problems) implements Result {}
    }

    private final Path folder;
    private final Map<String, String> environment;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private ConfigurationReader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// Reads a file: YAML where it is called `.yaml` or `.yml`, TOML otherwise.
    public static Result read(Path file, Map<String, String> environment) {
        try {
            boolean isYaml =
                    file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
            Path parent = file.toAbsolutePath().getParent();
            return read(Files.readString(file), isYaml, parent == null ? Path.of(".") : parent, environment);
        } catch (IOException unreadable) {
            String why = unreadable.getClass().getSimpleName();
            return new Result.Bad(List.of(new ConfigProblem(0, "", file.toString(), "a file of UTF-8 text: " + why)));
        }
    }

    /// Reads a text.
    ///
    /// @param folder that files named in it are relative to
    static Result read(String text, boolean isYaml, Path folder, Map<String, String> environment) {
        try {
            ConfigTree tree = isYaml ? ConfigTree.yaml(text) : ConfigTree.toml(text);
            return new ConfigurationReader(folder, environment).read(tree);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            String why = String.valueOf(malformed.getOriginalMessage())
                    .lines()
                    .findFirst()
                    .orElse("");
            return new Result.Bad(List.of(new ConfigProblem(line, "", "", (isYaml ? "YAML: " : "TOML: ") + why)));
        }
    }

    private Result read(ConfigTree tree) {
        unknown(tree, tree.root(), "");
        var root = new Section(tree.root(), "", tree, environment, problems);
        List<InstrumentSettings> instruments = instruments(root);
        var configuration = new Configuration(
                node(root.below("node")),
                http(root.below("api")),
                keys(root.below("api")),
                routing(root.below("routing")),
                limits(root),
                instruments,
                new VenueReader(folder, instruments).read(root));
        if (configuration.venues().isEmpty() && problems.isEmpty()) {
            problems.add(new ConfigProblem(1, "venues", "", "at least one [[venues]]"));
        }
        return problems.isEmpty()
                ? new Result.Good(configuration)
                : new Result.Bad(problems.stream()
                        .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                        .distinct()
                        .toList());
    }

    /// Every name that is no key.
    private void unknown(ConfigTree tree, JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            for (var property : object.properties()) {
                String full = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                if (Keys.find(full).isPresent()) {
                    continue;
                }
                if (Keys.isSection(full)) {
                    unknown(tree, property.getValue(), full);
                } else {
                    problems.add(new ConfigProblem(tree.line(full), full, "", "no such key; see config example"));
                }
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                unknown(tree, node.get(index), path + "[" + index + "]");
            }
        }
    }

    private NodeSettings node(Section node) {
        return new NodeSettings(
                folder.resolve(node.text("data-folder")),
                (int) node.whole("sync-level"),
                node.choice("profile", IdleProfile.class),
                node.whole("events-kept-mb"),
                node.whole("disk-reserve-mb"),
                node.whole("snapshot-log-mb"),
                (int) node.whole("ended-orders-kept"),
                (int) node.whole("stop-within-ms"));
    }

    private static HttpSettings http(Section api) {
        return new HttpSettings(
                api.text("host"), (int) api.whole("port"), new ApiSettings((int) api.whole("answer-timeout-ms"), (int)
                        api.whole("requests-at-once")));
    }

    private static List<AccessKey> keys(Section api) {
        var keys = new ArrayList<AccessKey>();
        Set<String> names = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (Section key : api.each("keys")) {
            String name = named(key, "name");
            var caller = new Caller(name, named(key, "account"), key.choice("role", Role.class));
            String hash = key.text("sha256");
            if (!names.add(name)) {
                key.problem("name", name, "a name that no other key has");
            }
            if (!HASH.matcher(hash).matches()) {
                key.problem("sha256", "(" + hash.length() + " characters)", "64 hexadecimal digits");
            } else if (!hashes.add(hash)) {
                key.problem("sha256", "", "a hash that no other key has");
            } else {
                keys.add(new AccessKey(caller, hash));
            }
        }
        return keys;
    }

    private static RoutingRules routing(Section routing) {
        return new RoutingRules(routing.texts("preferred"), (int) routing.whole("slippage-default-bps"), (int)
                routing.whole("attempts"));
    }

    private static List<SetLimits> limits(Section root) {
        var limits = new ArrayList<SetLimits>();
        for (Section account : root.each("accounts")) {
            limits.add(new SetLimits(
                    named(account, "name"),
                    new Limits(
                            (int) account.whole("open-orders"),
                            (int) account.whole("orders-per-second"),
                            amount(account, "order-value-max"),
                            (int) account.whole("collar-bps"),
                            account.whole("reference-age-max-ms") * NS_PER_MS,
                            account.whole("duplicate-window-ms") * NS_PER_MS,
                            account.choice("duplicates", Limits.Duplicates.class)),
                    "configuration"));
        }
        return limits;
    }

    private static List<InstrumentSettings> instruments(Section root) {
        var instruments = new ArrayList<InstrumentSettings>();
        Set<String> symbols = new HashSet<>();
        for (Section instrument : root.each("instruments")) {
            String symbol = instrument.text("symbol");
            int priceScale = (int) instrument.whole("price-scale");
            int quantityScale = (int) instrument.whole("quantity-scale");
            if (!symbols.add(symbol)) {
                instrument.problem("symbol", symbol, "a symbol that stands once");
            }
            if (priceScale + quantityScale > 18) {
                instrument.problem(
                        "quantity-scale", Integer.toString(quantityScale), "at most " + (18 - priceScale) + " here");
            }
            for (String name : List.of("base", "quote")) {
                String code = instrument.text(name);
                if (!code.isEmpty() && !ASSET.matcher(code).matches()) {
                    instrument.problem(name, code, "capital letters, digits, . and -");
                }
            }
            instruments.add(new InstrumentSettings(
                    symbol,
                    instrument.choice("asset-class", AssetClass.class),
                    instrument.text("base"),
                    instrument.text("quote"),
                    priceScale,
                    quantityScale));
        }
        return instruments;
    }

    /// A name as the core takes it.
    static String named(Section section, String key) {
        String name = section.text(key);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            section.problem(key, name, "1 to 36 letters, digits, . _ and -");
        }
        return name;
    }

    private static Amount amount(Section section, String key) {
        String text = section.decimal(key);
        try {
            return Amount.parse(text);
        } catch (ArithmeticException beyond) {
            section.problem(key, text, "at most 18 decimals and 10^20");
            return Amount.ZERO;
        }
    }
}
