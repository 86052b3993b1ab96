package io.tidegate.app.config;

import java.util.List;
import java.util.Optional;

/// One key of the configuration: what it is called, what it may be, what it is when nobody says.
///
/// @param path    such as `api.port`; `[]` stands for each entry of a list
/// @param usual   the value when it is not stated, as it would be written; empty where it must be stated
/// @param low     least whole number, or least count of characters
/// @param high    largest of the same
/// @param choices the words that it may be; empty where it is free
/// @param words   what it means, for the documentation and the example
/// @param example what the example says
public record Key(
        String path,
        Kind kind,
        Optional<String> usual,
        long low,
        long high,
        List<String> choices,
        String words,
        String example) {
    /// What a value is.
    public enum Kind {
        WHOLE,
        TEXT,
        DECIMAL,
        CHOICE,
        TEXTS,
        /// A reference to the environment; its value is never shown.
        SECRET
    }

    static Key whole(String path, long usual, long low, long high, String words) {
        String text = Long.toString(usual);
        return new Key(path, Kind.WHOLE, Optional.of(text), low, high, List.of(), words, text);
    }

    static Key neededWhole(String path, long low, long high, String words, long example) {
        return new Key(path, Kind.WHOLE, Optional.empty(), low, high, List.of(), words, Long.toString(example));
    }

    static Key text(String path, String usual, int high, String words, String example) {
        return new Key(path, Kind.TEXT, Optional.of(usual), 0, high, List.of(), words, example);
    }

    static Key neededText(String path, int low, int high, String words, String example) {
        return new Key(path, Kind.TEXT, Optional.empty(), low, high, List.of(), words, example);
    }

    static Key decimal(String path, String words, String example) {
        return new Key(path, Kind.DECIMAL, Optional.empty(), 1, 41, List.of(), words, example);
    }

    static Key decimal(String path, String usual, String words, String example) {
        return new Key(path, Kind.DECIMAL, Optional.of(usual), 1, 41, List.of(), words, example);
    }

    static Key choice(String path, String usual, String words, String... choices) {
        return new Key(path, Kind.CHOICE, Optional.of(usual), 0, 0, List.of(choices), words, usual);
    }

    static Key neededChoice(String path, String words, String... choices) {
        return new Key(path, Kind.CHOICE, Optional.empty(), 0, 0, List.of(choices), words, choices[0]);
    }

    static Key texts(String path, String words) {
        return new Key(path, Kind.TEXTS, Optional.of(""), 0, 80, List.of(), words, "");
    }

    static Key secret(String path, String words, String example) {
        return new Key(path, Kind.SECRET, Optional.of(""), 0, 512, List.of(), words, example);
    }

    /// The section that it stands in, such as `api` or `venues[].instruments[]`.
    public String section() {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /// Its name within the section.
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// What it may be, in words.
    public String range() {
        return switch (kind) {
            case WHOLE -> low + " to " + high;
            case TEXT -> low + " to " + high + " characters";
            case DECIMAL -> "a decimal in a string";
            case CHOICE -> String.join(", ", choices);
            case TEXTS -> "a list of texts";
            case SECRET -> "a reference such as ${BINANCE_KEY}";
        };
    }

    /// What it is when nobody says, in words.
    public String usualWords() {
        return usual.isEmpty() ? "must be stated" : usual.get().isEmpty() ? "none" : usual.get();
    }
}
