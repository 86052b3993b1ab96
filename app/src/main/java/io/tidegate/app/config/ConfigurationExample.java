package io.tidegate.app.config;

/// A configuration with every key, its default and its range in comments; it passes its own check.
public final class ConfigurationExample {
    private ConfigurationExample() {}

    /// As TOML.
    public static String toml() {
        var text = new StringBuilder("""
                # Tidegate. Each key with what it may be; a line that is commented out shows what holds when it is
                # not stated. A text may refer to the environment: ${NAME} or ${NAME:-default}.
                """);
        String section = "";
        for (Key key : Keys.ALL) {
            if (!key.section().equals(section)) {
                section = key.section();
                text.append('\n').append(header(section)).append('\n');
            }
            text.append("# ")
                    .append(key.words())
                    .append("; ")
                    .append(key.range())
                    .append('\n');
            boolean isUsual = key.usual().isPresent() && !key.kind().equals(Key.Kind.SECRET);
            text.append(isUsual ? "# " : "")
                    .append(key.name())
                    .append(" = ")
                    .append(value(key))
                    .append('\n');
        }
        return text.toString();
    }

    private static String header(String section) {
        String plain = section.replace("[]", "");
        return section.endsWith("[]") ? "[[" + plain + "]]" : "[" + plain + "]";
    }

    private static String value(Key key) {
        return switch (key.kind()) {
            case WHOLE -> key.example();
            case TEXTS -> "[]";
            case TEXT, DECIMAL, CHOICE, SECRET -> "\"" + key.example() + "\"";
        };
    }
}
