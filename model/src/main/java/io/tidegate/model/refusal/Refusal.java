package io.tidegate.model.refusal;

/// Why something was refused. A refusal is a value: callers must handle it, nobody throws it.
///
/// @param code   the rule
/// @param field  what it is about, in the client's words, such as `quantity`; "" when it is about the whole
/// @param value  what was stated or found
/// @param limit  what would have been allowed or was expected
public record Refusal(RefusalCode code, String field, String value, String limit) {
    public static Refusal of(RefusalCode code, String field, Object value, Object limit) {
        return new Refusal(code, field, String.valueOf(value), String.valueOf(limit));
    }

    /// One line for a person, such as `OUTSIDE_COLLAR price 120, limit 105`.
    @Override
    public String toString() {
        return code
                + (field.isEmpty() ? "" : " " + field)
                + (value.isEmpty() ? "" : " " + value)
                + (limit.isEmpty() ? "" : ", limit " + limit);
    }
}
