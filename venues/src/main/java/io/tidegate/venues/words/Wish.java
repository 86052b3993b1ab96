package io.tidegate.venues.words;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is asked of a venue, in our words: names and texts such as `op` submit, `symbol` BTC/USDT, `quantity` 0.5.
///
/// @param fields all that was stated; decimals, numbers and flags as text
public record Wish(SortedMap<String, String> fields) {
    public Wish {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// What is to be done, "" where it is not stated.
    public String op() {
        return text("op");
    }

    /// A field's text, "" where it is not stated.
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /// A field's text, empty where it is not stated.
    public Optional<String> stated(String name) {
        return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
    }
}
