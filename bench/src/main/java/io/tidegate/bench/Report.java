package io.tidegate.bench;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a run of benchmarks came to, for people or for machines.
///
/// @param failures benchmarks that could not measure, and why
record Report(String machine, List<Trial> trials, List<Figures.Series> series, List<String> failures) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /// One object: the machine, how each benchmark measures, and all figures.
    String json() {
        ObjectNode to = MAPPER.createObjectNode();
        to.put("machine", machine);
        ObjectNode methods = to.putObject("methods");
        trials.forEach(trial -> methods.put(trial.name(), trial.method()));
        ArrayNode figures = to.putArray("figures");
        for (Figures.Series one : series) {
            ObjectNode figure = figures.addObject();
            figure.put("benchmark", one.figure().trial());
            figure.put("what", one.figure().what());
            figure.put("durability", one.figure().durability().word());
            figure.put("unit", one.figure().unit());
            figure.put("median", one.median());
            ArrayNode values = figure.putArray("values");
            one.values().forEach(values::add);
            figure.put("loadAverage", one.load());
        }
        ArrayNode failed = to.putArray("failures");
        failures.forEach(failed::add);
        return to.toString();
    }

    /// A table, then the methods.
    String words() {
        var to = new StringBuilder(machine).append("\n\n");
        row(to, "benchmark", "what", "durability", "median", "least", "most", "unit", "load");
        for (Figures.Series one : series) {
            row(
                    to,
                    one.figure().trial(),
                    one.figure().what(),
                    one.figure().durability().word(),
                    number(one.median()),
                    number(one.min()),
                    number(one.max()),
                    one.figure().unit(),
                    number(one.load()));
        }
        to.append('\n');
        for (Trial trial : trials) {
            to.append(trial.name()).append(": ").append(trial.method()).append('\n');
        }
        failures.forEach(
                failure -> to.append("could not measure ").append(failure).append('\n'));
        return to.toString();
    }

    private static void row(StringBuilder to, Object... cells) {
        to.append(String.format(Locale.ROOT, "%-14s %-62s %-10s %13s %13s %13s %-12s %5s%n", cells));
    }

    /// Three digits that count, and no more than were measured.
    static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
