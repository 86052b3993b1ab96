package io.tidegate.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the line of each key in TOML, which the parser does not tell.
///
/// Headers `[a.b]` and `[[a.b]]`, and `key =` at the beginning of a line; what stands inside an inline table has the
/// line of that table.
final class TomlLines {
    private static final Pattern HEADER = Pattern.compile("\\s*(\\[{1,2})\\s*([A-Za-z0-9_.-]+)\\s*]{1,2}.*");
    private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z0-9_.\"-]+)\\s*=.*");

    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private String section = "";

    private TomlLines() {}

    /// Lines by path, such as `venues[0].realm`.
    static Map<String, Integer> of(String toml) {
        var found = new TomlLines();
        int line = 0;
        for (String text : toml.split("\n", -1)) {
            line++;
            Matcher header = HEADER.matcher(text);
            Matcher entry = ENTRY.matcher(text);
            if (header.matches()) {
                found.header(header.group(2), header.group(1).length() == 2, line);
            } else if (entry.matches()) {
                String name = entry.group(1).replace("\"", "");
                found.lines.putIfAbsent(found.section.isEmpty() ? name : found.section + "." + name, line);
            }
        }
        return found.lines;
    }

    /// A list of tables counts up; a name below one belongs to its last entry.
    private void header(String name, boolean isEntry, int line) {
        var path = new StringBuilder();
        String[] parts = name.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            path.append(i == 0 ? "" : ".").append(parts[i]);
            if (i == parts.length - 1 && isEntry) {
                counts.merge(path.toString(), 1, Integer::sum);
            }
            Integer count = counts.get(path.toString());
            if (count != null) {
                path.append('[').append(count - 1).append(']');
            }
        }
        section = path.toString();
        lines.putIfAbsent(section, line);
        counts.keySet().removeIf(list -> list.startsWith(section + "."));
    }
}
