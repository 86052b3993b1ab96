package io.tidegate.app.config;

/// Something wrong in a configuration.
///
/// @param line     where it stands, from 1; 0 where it stands nowhere
/// @param key      such as `venues[0].realm`; "" for the file as a whole
/// @param value    what was stated; "" where nothing was, never a secret
/// @param expected what would have been right
public record ConfigProblem(int line, String key, String value, String expected) {
    @Override
    public String toString() {
        return "line " + line + ": " + (key.isEmpty() ? "" : key + " ") + (value.isEmpty() ? "" : "= " + value + " ")
                + "expected " + expected;
    }
}
