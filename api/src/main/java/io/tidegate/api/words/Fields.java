package io.tidegate.api.words;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the fields of one object and keeps every problem, so that a client is told all of them at once.
///
/// A field that is not there, or is not as it must be, reads as nothing; what was made of a request counts only when
/// [#problems] is empty.
public final class Fields {
    private static final String TIME_RULE = "must be a time such as \"2026-01-31T12:00:00Z\", from 1970 to 2262";

    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    public Fields(ObjectNode object) {
        this.object = object;
    }

    /// A string of that many characters.
    public Optional<String> text(String field, int min, int max) {
        return stated(field).flatMap(node -> {
            if (!node.isString()) {
                return fault(field, "must be a string", shown(node));
            }
            String text = node.stringValue();
            if (text.length() < min || text.length() > max) {
                return fault(field, "must be " + min + " to " + max + " characters", text);
            }
            return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                    ? Optional.of(text)
                    : fault(field, "must be characters that UTF-8 can express", text.length() + " characters");
        });
    }

    /// An array of strings, at most so many.
    public List<String> texts(String field, int max) {
        return stated(field)
                .flatMap(node -> {
                    boolean fits = node.isArray()
                            && node.size() <= max
                            && node.valueStream().allMatch(JsonNode::isString);
                    return fits
                            ? Optional.of(node.valueStream()
                                    .map(JsonNode::stringValue)
                                    .toList())
                            : this.<List<String>>fault(
                                    field, "must be an array of at most " + max + " strings", shown(node));
                })
                .orElse(List.of());
    }

    /// An object whose values are strings, as `name=value;name=value`; "" when it is not stated.
    public String named(String field) {
        String rule = "must be an object of strings, each name 1 to 32 of A-Z a-z 0-9 _, no value with a semicolon";
        return stated(field)
                .flatMap(node -> {
                    boolean fits = node.isObject()
                            && node.propertyStream()
                                    .allMatch(one -> one.getKey().matches("[A-Za-z0-9_]{1,32}")
                                            && one.getValue().isString()
                                            && !one.getValue().stringValue().contains(";"));
                    return fits
                            ? Optional.of(node.propertyStream()
                                    .map(one ->
                                            one.getKey() + "=" + one.getValue().stringValue())
                                    .collect(Collectors.joining(";")))
                            : this.<String>fault(field, rule, shown(node));
                })
                .orElse("");
    }

    /// One of our words, in capitals.
    public <E extends Enum<E>> Optional<E> word(String field, Class<E> words) {
        return stated(field).flatMap(node -> {
            for (E word : words.getEnumConstants()) {
                if (node.isString() && word.name().equals(node.stringValue())) {
                    return Optional.of(word);
                }
            }
            return fault(field, "must be one of " + List.of(words.getEnumConstants()), shown(node));
        });
    }

    /// A decimal in a string, read by a function that refuses by [NumberFormatException] or [ArithmeticException].
    public long decimal(String field, ToLongFunction<String> read) {
        return stated(field)
                .flatMap(node -> {
                    if (!node.isString()) {
                        return fault(field, "must be a decimal in a string, such as \"0.5\"", shown(node));
                    }
                    try {
                        return Optional.of(read.applyAsLong(node.stringValue()));
                    } catch (NumberFormatException | ArithmeticException refused) {
                        return this.<Long>fault(field, String.valueOf(refused.getMessage()), node.stringValue());
                    }
                })
                .orElse(0L);
    }

    /// A whole number within bounds, 0 when it is not stated.
    public int whole(String field, int min, int max) {
        return stated(field)
                .flatMap(node -> {
                    boolean fits = node.isIntegralNumber()
                            && node.canConvertToInt()
                            && node.intValue() >= min
                            && node.intValue() <= max;
                    return fits
                            ? Optional.of(node.intValue())
                            : this.<Integer>fault(
                                    field, "must be a whole number from " + min + " to " + max, shown(node));
                })
                .orElse(0);
    }

    /// A truth value, false when it is not stated.
    public boolean flag(String field) {
        return stated(field)
                .flatMap(node -> node.isBoolean()
                        ? Optional.of(node.booleanValue())
                        : this.<Boolean>fault(field, "must be true or false", shown(node)))
                .orElse(false);
    }

    /// A time such as `2026-01-31T12:00:00Z`, as nanoseconds since 1970 UTC; 0 when it is not stated.
    public long time(String field) {
        return stated(field)
                .flatMap(node -> {
                    if (node.isString()) {
                        try {
                            Instant time = Instant.parse(node.stringValue());
                            long ns = Math.addExact(
                                    Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
                            if (ns > 0) {
                                return Optional.of(ns);
                            }
                        } catch (DateTimeException | ArithmeticException notATime) {
                            return this.<Long>fault(field, TIME_RULE, shown(node));
                        }
                    }
                    return this.<Long>fault(field, TIME_RULE, shown(node));
                })
                .orElse(0L);
    }

    /// Notes that a field is missing unless it was stated.
    public void require(String field) {
        asked.add(field);
        if (!object.has(field)) {
            fault(field, "is missing", "");
        }
    }

    /// Notes a problem that the caller found.
    public <T> Optional<T> fault(String field, String rule, String value) {
        faulty.add(field);
        problems.add(new FieldProblem(field, rule, value));
        return Optional.empty();
    }

    /// Whether a problem of that field is known already.
    public boolean isFaulty(String field) {
        return faulty.contains(field);
    }

    /// What the client wrote, to be shown; "" where nothing was stated.
    public String asStated(String field) {
        return Optional.ofNullable(object.get(field)).map(Fields::shown).orElse("");
    }

    /// Every problem so far, and every field that nobody asked for.
    public List<FieldProblem> problems() {
        var all = new ArrayList<>(problems);
        for (var property : object.properties()) {
            if (!asked.contains(property.getKey())) {
                all.add(new FieldProblem(
                        property.getKey(), "is not a field of this request", shown(property.getValue())));
            }
        }
        return all;
    }

    private Optional<JsonNode> stated(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        if (node == null) {
            return Optional.empty();
        }
        return node.isNull() ? fault(field, "must not be null; leave it out", "null") : Optional.of(node);
    }

    private static String shown(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
