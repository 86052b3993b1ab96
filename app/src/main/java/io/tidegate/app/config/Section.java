package io.tidegate.app.config;

import io.tidegate.model.number.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One table of a configuration while it is read: each value by its key's rule, each problem noted with its line.
///
/// A value with a problem reads as its default, or as something harmless: what was read counts only without
/// problems.
final class Section {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final ObjectNode node;
    private final String path;
    private final ConfigTree tree;
    private final Map<String, String> environment;
    private final List<ConfigProblem> problems;

    Section(
            ObjectNode node,
            String path,
            ConfigTree tree,
            Map<String, String> environment,
            List<ConfigProblem> problems) {
        this.node = node;
        this.path = path;
        this.tree = tree;
        this.environment = environment;
        this.problems = problems;
    }

    private Key key(String name) {
        return Keys.find(path + "." + name)
                .orElseThrow(() -> new IllegalArgumentException("no key " + path + "." + name));
    }

    /// A table below this one; an empty one where it is not stated.
    Section below(String name) {
        String full = path.isEmpty() ? name : path + "." + name;
        JsonNode found = node.get(name);
        if (found != null && !found.isObject()) {
            problems.add(new ConfigProblem(tree.line(full), full, found.toString(), "a table [" + full + "]"));
        }
        ObjectNode object = found instanceof ObjectNode table ? table : node.objectNode();
        return new Section(object, full, tree, environment, problems);
    }

    /// The tables of a list below this one.
    List<Section> each(String name) {
        String full = path.isEmpty() ? name : path + "." + name;
        JsonNode found = node.get(name);
        var sections = new ArrayList<Section>();
        if (found == null) {
            return sections;
        }
        if (!found.isArray()) {
            problems.add(new ConfigProblem(tree.line(full), full, found.toString(), "tables [[" + full + "]]"));
            return sections;
        }
        for (int index = 0; index < found.size(); index++) {
            String at = full + "[" + index + "]";
            if (found.get(index) instanceof ObjectNode table) {
                sections.add(new Section(table, at, tree, environment, problems));
            } else {
                problems.add(
                        new ConfigProblem(tree.line(at), at, found.get(index).toString(), "a table"));
            }
        }
        return sections;
    }

    long whole(String name) {
        Key key = key(name);
        Optional<String> text = stated(key);
        if (text.isEmpty()) {
            return key.usual().map(Long::parseLong).orElse(key.low());
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= key.low() && value <= key.high()) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            problem(name, text.get(), "a whole number, " + key.range());
            return key.low();
        }
        problem(name, text.get(), key.range());
        return key.low();
    }

    String text(String name) {
        Key key = key(name);
        Optional<String> text = stated(key);
        String value = text.or(key::usual).orElse("");
        if (text.isPresent() && (value.length() < key.low() || value.length() > key.high())) {
            problem(name, value, key.range());
        }
        return value;
    }

    String decimal(String name) {
        Key key = key(name);
        String value = stated(key).or(key::usual).orElse("1");
        try {
            if (Decimals.parse(value).signum() >= 0) {
                return value;
            }
        } catch (NumberFormatException notADecimal) {
            problem(name, value, "a plain decimal such as \"0.01\"");
            return "1";
        }
        problem(name, value, "a decimal that is not negative");
        return "1";
    }

    String choice(String name) {
        Key key = key(name);
        String value = stated(key).or(key::usual).orElse(key.choices().getFirst());
        if (!key.choices().contains(value)) {
            problem(name, value, "one of " + key.range());
            return key.choices().getFirst();
        }
        return value;
    }

    <E extends Enum<E>> E choice(String name, Class<E> words) {
        return Enum.valueOf(words, choice(name).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    List<String> texts(String name) {
        JsonNode found = node.get(name);
        var texts = new ArrayList<String>();
        if (found != null && !found.isArray()) {
            problem(name, found.toString(), key(name).range());
        } else if (found != null) {
            found.forEach(item -> texts.add(item.isString() ? item.stringValue() : item.toString()));
        }
        return texts;
    }

    /// What a reference leads to; "" where none is stated. The text of the file itself is never taken for a secret.
    ///
    /// @param isDefaultAllowed whether `${NAME:-default}` may fall back to its default
    String secret(String name, boolean isDefaultAllowed) {
        Key key = key(name);
        JsonNode found = node.get(name);
        if (found == null) {
            return "";
        }
        Matcher reference = REFERENCE.matcher(found.isString() ? found.stringValue() : "");
        if (!reference.matches()) {
            problem(name, "(not shown)", key.range() + "; a secret is never written here");
            return "";
        }
        String value = environment.get(reference.group(1));
        if (value != null && !value.isEmpty()) {
            return value;
        }
        if (isDefaultAllowed && reference.group(2) != null) {
            return reference.group(2);
        }
        problem(name, reference.group(), "environment variable " + reference.group(1) + " to be set");
        return "";
    }

    /// Notes a problem of one of this table's keys.
    void problem(String name, String value, String expected) {
        String full = path + "." + name;
        problems.add(new ConfigProblem(tree.line(full), full, value, expected));
    }

    /// Notes a problem of this table as a whole.
    void problem(String expected) {
        problems.add(new ConfigProblem(tree.line(path), path, "", expected));
    }

    private Optional<String> stated(Key key) {
        JsonNode found = node.get(key.name());
        if (found == null) {
            if (key.usual().isEmpty()) {
                problem(key.name(), "", "a value: " + key.range() + " (" + key.words() + ")");
            }
            return Optional.empty();
        }
        boolean fits = found.isString() || (key.kind() == Key.Kind.WHOLE && found.isIntegralNumber());
        if (!fits) {
            problem(key.name(), found.toString(), key.kind() == Key.Kind.WHOLE ? key.range() : "a text in quotes");
            return key.usual().or(() -> Optional.of(key.example()));
        }
        return Optional.of(found.isString() ? substituted(key, found.stringValue()) : found.toString());
    }

    private String substituted(Key key, String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            String value = environment.get(reference.group(1));
            if (value == null || value.isEmpty()) {
                value = reference.group(2);
            }
            if (value == null) {
                problem(key.name(), text, "environment variable " + reference.group(1) + " to be set");
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
