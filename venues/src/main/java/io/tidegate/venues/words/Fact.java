package io.tidegate.venues.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing that a payload says, in our words: what kind it is, and its fields in the order in which they
/// are shown.
///
/// A value is text, a whole number, a flag, or a list of `[price, quantity]`; what the venue did not say is absent.
public final class Fact {
    private final String event;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Fact(String event) {
        this.event = event;
    }

    /// Such as OrderUpdate, Fill, Balance, Instrument, BookSnapshot, BookUpdate, Trade, Error.
    public static Fact of(String event) {
        return new Fact(event);
    }

    public String event() {
        return event;
    }

    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /// Adds a text unless it is empty.
    public Fact text(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
        return this;
    }

    /// Adds a decimal, written without an exponent.
    public Fact decimal(String name, BigDecimal value) {
        fields.put(name, value.toPlainString());
        return this;
    }

    /// Adds a decimal where there is one.
    public Fact decimal(String name, Optional<BigDecimal> value) {
        value.ifPresent(decimal -> decimal(name, decimal));
        return this;
    }

    public Fact number(String name, long value) {
        fields.put(name, value);
        return this;
    }

    public Fact flag(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    /// Adds price levels, each `[price, quantity]` as text.
    public Fact levels(String name, List<List<String>> levels) {
        fields.put(name, List.copyOf(new ArrayList<>(levels)));
        return this;
    }

    /// Adds named texts.
    public Fact texts(String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            fields.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(texts)));
        }
        return this;
    }

    @Override
    public String toString() {
        return event + fields;
    }
}
