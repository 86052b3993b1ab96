package io.tidegate.api.words;

/// A field that breaks a rule.
///
/// @param field as the client named it; "" for the request as a whole
/// @param rule  what is expected
/// @param value what was stated, shortened; "" where nothing was
public record FieldProblem(String field, String rule, String value) {
    private static final int SHOWN_MAX = 60;

    public FieldProblem {
        field = shown(field);
        value = shown(value);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
