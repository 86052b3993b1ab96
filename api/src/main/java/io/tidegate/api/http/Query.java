package io.tidegate.api.http;

import io.tidegate.api.words.FieldProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// The parameters of a request, read as strictly as a body: unknown and doubled ones are refused, all at once.
final class Query {
    private final Map<String, String> stated = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private final TreeSet<String> asked = new TreeSet<>();

    /// @param text what stands behind the question mark, percent-encoded
    Query(String text) {
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            Optional<String> name = decoded(equals < 0 ? part : part.substring(0, equals));
            Optional<String> value = decoded(equals < 0 ? "" : part.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                problems.add(new FieldProblem("", "must be percent-encoded UTF-8", part));
            } else if (stated.putIfAbsent(name.get(), value.get()) != null) {
                problems.add(new FieldProblem(name.get(), "must stand once", value.get()));
            }
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            String plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return plain.indexOf('\ufffd') < 0 ? Optional.of(plain) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(stated.get(name));
    }

    /// One of our words.
    <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return read(name, "must be one of " + List.of(words.getEnumConstants()), text -> {
            for (E word : words.getEnumConstants()) {
                if (word.name().equals(text)) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        });
    }

    /// A whole number within bounds.
    Optional<Long> whole(String name, long min, long max) {
        return read(name, "must be a whole number from " + min + " to " + max, text -> {
            try {
                long value = Long.parseLong(text);
                return value >= min && value <= max ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        });
    }

    /// Something that only `read` knows how to read; empty where the parameter is not stated.
    <T> Optional<T> read(String name, String rule, Function<String, Optional<T>> read) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = read.apply(text.get());
        if (value.isEmpty()) {
            problems.add(new FieldProblem(name, rule, text.get()));
        }
        return value;
    }

    /// Every problem so far, and every parameter that nobody asked for.
    List<FieldProblem> problems() {
        var all = new ArrayList<>(problems);
        stated.forEach((name, value) -> {
            if (!asked.contains(name)) {
                all.add(new FieldProblem(name, "is not a parameter of this request; there is " + asked, value));
            }
        });
        return all;
    }
}
