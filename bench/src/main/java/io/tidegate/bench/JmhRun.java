package io.tidegate.bench;

import io.tidegate.bench.Figure.Durability;
import java.util.Collection;
import java.util.TreeSet;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs one class of JMH benchmarks in a JVM of its own, as its annotations say, and counts what it allocates.
final class JmhRun {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private JmhRun() {}

    /// @param unit of the score, such as `orders/s`
    static void run(String trial, Class<?> benchmarks, String unit, Figures to) throws RunnerException {
        var options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult result : results) {
            String what = words(result.getPrimaryResult().getLabel()) + parameters(result);
            if (result.getParams().getMode() == Mode.SampleTime) {
                var samples = result.getPrimaryResult().getStatistics();
                to.add(new Figure(trial, what + ", p50", Durability.NONE, unit), samples.getPercentile(50));
                to.add(new Figure(trial, what + ", p99", Durability.NONE, unit), samples.getPercentile(99));
                continue;
            }
            to.add(
                    new Figure(trial, what, Durability.NONE, unit),
                    result.getPrimaryResult().getScore());
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            if (allocated != null) {
                to.add(new Figure(trial, what + ", allocated", Durability.NONE, "B each"), allocated.getScore());
            }
        }
    }

    /// `, levels 64`, for each parameter.
    private static String parameters(RunResult result) {
        var words = new StringBuilder();
        for (String key : new TreeSet<>(result.getParams().getParamsKeys())) {
            words.append(", ").append(key).append(' ').append(result.getParams().getParam(key));
        }
        return words.toString();
    }

    /// `acceptedOrders` becomes `accepted orders`.
    static String words(String method) {
        return method.replaceAll("(\\p{Lu})", " $1").toLowerCase(java.util.Locale.ROOT);
    }
}
