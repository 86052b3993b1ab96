package io.tidegate.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Many worlds, seed after seed, on several threads; each world is one thread's alone.
public final class Chaos {
    private Chaos() {}

    /// What many worlds came to.
    ///
    /// @param events    of all worlds
    /// @param failures  in words, each with the seed that brings it back, in the order of the seeds
    /// @param traceHash over the trace hashes of all worlds, in the order of the seeds; equal for equal runs
    public record Result(
            int runs,
            long events,
            long orders,
            long fills,
            Map<String, Long> faultsInjected,
            long crashes,
            List<String> failures,
            long traceHash) {}

    /// Runs worlds with the seeds `firstSeed` to `firstSeed + runs − 1`.
    ///
    /// @param stormy   simulated time under the storm, for each world
    /// @param threads  how many worlds at once, from 1
    /// @param progress told after each world how many are done; any thread
    public static Result run(
            long firstSeed,
            int runs,
            Duration stormy,
            WorldSettings settings,
            int threads,
            Consumer<Integer> progress) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var worlds = new ArrayList<Callable<WorldReport>>();
            for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
                long ofThisWorld = seed;
                worlds.add(() -> new World(ofThisWorld, settings).run(stormy));
            }
            var pending = worlds.stream().map(pool::submit).toList();
            return gather(pending, progress);
        }
    }

    private static Result gather(List<Future<WorldReport>> worlds, Consumer<Integer> progress) {
        long events = 0;
        long orders = 0;
        long fills = 0;
        long crashes = 0;
        long traceHash = 0;
        int done = 0;
        var faults = new TreeMap<String, Long>();
        var failures = new ArrayList<String>();
        for (Future<WorldReport> world : worlds) {
            try {
                WorldReport report = world.get();
                events += report.events();
                orders += report.orders();
                fills += report.fills();
                crashes += report.crashes();
                traceHash = traceHash * 1_000_003 + report.traceHash();
                report.faultsInjected().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
            } catch (ExecutionException failed) {
                failures.add(String.valueOf(failed.getCause()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                failures.add("stopped before the end");
                break;
            }
            progress.accept(++done);
        }
        return new Result(worlds.size(), events, orders, fills, faults, crashes, failures, traceHash);
    }
}
