package io.tidegate.venues.binance;

import io.tidegate.model.number.Amount;
import io.tidegate.model.number.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One JSON object, whose fields are asked for by name and kind. What is missing or of another kind is
/// [Drift]; fields that nobody asks for are ignored (SPEC VEN-20).
final class Fields {
    private static final long YEAR_2100_MS = 4_102_444_800_000L;

    private final JsonNode node;
    private final String where;

    private Fields(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /// @param where what the object is, for messages
    static Fields of(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new Drift(where + ": expected an object, found " + shown(node));
        }
        return new Fields(node, where);
    }

    /// The objects of an array.
    static List<Fields> list(JsonNode node, String where) {
        if (!node.isArray()) {
            throw new Drift(where + ": expected an array, found " + shown(node));
        }
        List<Fields> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            items.add(of(item, where + "[" + items.size() + "]"));
        }
        return items;
    }

    boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    Fields object(String name) {
        return of(node.path(name), where + "." + name);
    }

    List<Fields> objects(String name) {
        return list(node.path(name), where + "." + name);
    }

    /// All fields by name, in the order of the message.
    Set<Map.Entry<String, JsonNode>> fields() {
        return node.properties();
    }

    /// The texts of an array; none where the field is missing.
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (has(name)) {
            JsonNode all = node.path(name);
            if (!all.isArray()) {
                throw expected(name, "an array of text", all);
            }
            for (JsonNode one : all) {
                if (!one.isString()) {
                    throw expected(name, "an array of text", all);
                }
                texts.add(one.stringValue());
            }
        }
        return texts;
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw expected(name, "text", value);
        }
        return value.stringValue();
    }

    /// The text, "" where the field is missing or null.
    String textOrNone(String name) {
        return has(name) ? text(name) : "";
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw expected(name, "true or false", value);
        }
        return value.booleanValue();
    }

    long number(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw expected(name, "a whole number of 64 bits", value);
        }
        return value.longValue();
    }

    /// An id that the venue counts up: zero or more.
    long id(String name) {
        long id = number(name);
        if (id < 0) {
            throw expected(name, "an id of 0 or more", node.path(name));
        }
        return id;
    }

    /// Milliseconds since 1970 UTC, as nanoseconds; what lies beyond 2100 is no time of ours.
    long timeNs(String name) {
        long ms = number(name);
        if (ms < 0 || ms > YEAR_2100_MS) {
            throw expected(name, "milliseconds from 1970 to 2100", node.path(name));
        }
        return ms * 1_000_000;
    }

    /// A decimal, which the venue always sends as text.
    BigDecimal decimal(String name) {
        return decimal(node.path(name), name);
    }

    /// A decimal within an array of this object.
    ///
    /// @param where which one, for messages
    BigDecimal decimal(JsonNode value, String where) {
        try {
            if (value.isString()) {
                return Decimals.parse(value.stringValue());
            }
        } catch (NumberFormatException notDecimal) {
            // told below, as what is no text is
        }
        throw expected(where, "a plain decimal as text", value);
    }

    /// The decimal, empty where the field is missing or null.
    Optional<BigDecimal> decimalOrNone(String name) {
        return has(name) ? Optional.of(decimal(name)) : Optional.empty();
    }

    /// A decimal as a count of 10^−scale; empty when it cannot be expressed so without rounding.
    OptionalLong counted(String name, int scale) {
        decimal(name); // what is no decimal at all is drift, not merely too fine
        try {
            return OptionalLong.of(Decimals.parse(text(name), scale));
        } catch (ArithmeticException inexpressible) {
            return OptionalLong.empty();
        }
    }

    /// A decimal as an amount; empty when it has more than 18 decimals or is too large.
    Optional<Amount> amount(String name) {
        return amount(decimal(name));
    }

    static Optional<Amount> amount(BigDecimal decimal) {
        try {
            return Optional.of(Amount.of(decimal));
        } catch (ArithmeticException inexpressible) {
            return Optional.empty();
        }
    }

    /// Whether it has no field at all.
    boolean isEmpty() {
        return node.isEmpty();
    }

    /// The whole object is not what was expected.
    Drift unknown(String expected) {
        List<String> names =
                node.properties().stream().map(Map.Entry::getKey).limit(12).toList();
        return new Drift(where + ": expected " + expected + ", found an object with " + names);
    }

    Drift expected(String name, String expected) {
        return expected(name, expected, node.path(name));
    }

    private Drift expected(String name, String expected, JsonNode found) {
        return new Drift(where + "." + name + ": expected " + expected + ", found " + shown(found));
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /// The object as JSON.
    @Override
    public String toString() {
        return node.toString();
    }
}
