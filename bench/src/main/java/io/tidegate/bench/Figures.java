package io.tidegate.bench;

import io.tidegate.bench.Figure.Durability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// What was measured, each figure as often as there were runs, with the machine's load at the time. One thread.
final class Figures {
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double NS_PER_US = 1_000;

    /// One figure with all its values.
    ///
    /// @param values in the order of the runs
    /// @param loads  load average of the machine at the end of each
    record Series(Figure figure, List<Double> values, List<Double> loads) {
        double median() {
            return Figures.median(values);
        }

        double min() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        double max() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        double load() {
            return Figures.median(loads);
        }
    }

    private final Map<Figure, Series> series = new LinkedHashMap<>();

    void add(Figure figure, double value) {
        Series of = series.computeIfAbsent(figure, key -> new Series(key, new ArrayList<>(), new ArrayList<>()));
        of.values().add(value);
        of.loads().add(Machine.loadAverage());
    }

    /// Median and 99th percentile in microseconds; nothing when nothing was recorded.
    void addLatency(String trial, String what, Durability durability, Histogram ns) {
        if (ns.getTotalCount() > 0) {
            add(new Figure(trial, what + ", p50", durability, "us"), ns.getValueAtPercentile(P50) / NS_PER_US);
            add(new Figure(trial, what + ", p99", durability, "us"), ns.getValueAtPercentile(P99) / NS_PER_US);
        }
    }

    List<Series> all() {
        return List.copyOf(series.values());
    }

    /// The middle one; of an even number the lower of the two in the middle, which somebody did measure.
    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
