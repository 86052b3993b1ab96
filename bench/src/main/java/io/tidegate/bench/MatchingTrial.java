package io.tidegate.bench;

/// The simulator's matching, beside another program's.
final class MatchingTrial implements Trial {
    @Override
    public String name() {
        return "matching";
    }

    @Override
    public String method() {
        return "JMH, one fork, 4 + 5 iterations of 2 s, mean of the 5: each of 100,000 commands from one seed,"
                + " beginning with an empty book; beside exchange-core's direct and naive order books, which must trade"
                + " the same.";
    }

    @Override
    public void run(Figures to) throws Exception {
        JmhRun.run(name(), MatchingBenchmark.class, "ns", to);
    }
}
