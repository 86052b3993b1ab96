package io.tidegate.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs the benchmarks that are named, or all, and prints what they measured.
///
/// `./tidegate bench [NAME...] [--runs N] [--json]`: each `N` times (1 to 99, else once), the median counts. Exit
/// status: 0 all measured, 1 one could not measure, 2 not understood.
public final class Bench {
    private static final int RUNS_MAX = 99;

    private Bench() {}

    /// What was asked for.
    record Request(List<Trial> trials, int runs, boolean json) {}

    /// Measures and ends the process.
    public static void main(String[] args) {
        PrintStream answers = System.out;
        System.setOut(System.err); // a library that prints must not spoil the answer
        int status;
        try {
            status = run(read(List.of(args)), answers);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            status = 2;
        }
        answers.flush();
        System.exit(status);
    }

    /// All benchmarks, in the order in which docs/benchmarks.md lists them.
    static List<Trial> trials() {
        return List.of(
                new CoreTrial(),
                new LogTrial(),
                new OrderToWireTrial(),
                new RestartTrial(),
                new IdleTrial(),
                new WorldTrial(),
                new LimiterTrial(),
                new BookTrial(),
                new FeedTrial(),
                new MatchingTrial());
    }

    /// @throws IllegalArgumentException with what is wrong and what was expected
    static Request read(List<String> args) {
        Map<String, Trial> known = new TreeMap<>();
        trials().forEach(trial -> known.put(trial.name(), trial));
        var chosen = new ArrayList<Trial>();
        int runs = 1;
        boolean json = false;
        for (int index = 0; index < args.size(); index++) {
            String arg = args.get(index);
            if (arg.equals("--json")) {
                json = true;
            } else if (arg.equals("--runs")) {
                runs = runs(index + 1 < args.size() ? args.get(index + 1) : "nothing");
                index++;
            } else if (known.containsKey(arg)) {
                chosen.add(known.get(arg));
            } else {
                throw new IllegalArgumentException("bench: '" + arg + "' is neither --runs N, --json nor one of "
                        + String.join(", ", known.keySet()));
            }
        }
        return new Request(chosen.isEmpty() ? trials() : List.copyOf(chosen), runs, json);
    }

    private static int runs(String text) {
        try {
            int runs = Integer.parseInt(text);
            if (runs >= 1 && runs <= RUNS_MAX) {
                return runs;
            }
        } catch (NumberFormatException noNumber) {
            // told below like any other wrong number
        }
        throw new IllegalArgumentException("bench: --runs " + text + ", expected 1 to " + RUNS_MAX);
    }

    private static int run(Request request, PrintStream answers) {
        var figures = new Figures();
        var failures = new ArrayList<String>();
        for (int run = 1; run <= request.runs(); run++) {
            for (Trial trial : request.trials()) {
                System.err.println("bench: " + trial.name() + ", run " + run + " of " + request.runs());
                try {
                    trial.run(figures);
                } catch (Exception failure) {
                    failures.add(trial.name() + ": " + failure);
                    failure.printStackTrace();
                }
            }
        }
        var report = new Report(Machine.line(), request.trials(), figures.all(), failures);
        answers.print(request.json() ? report.json() + System.lineSeparator() : report.words());
        return failures.isEmpty() ? 0 : 1;
    }
}
