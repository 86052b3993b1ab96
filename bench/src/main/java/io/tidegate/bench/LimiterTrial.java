package io.tidegate.bench;

/// The question that every call asks before it leaves.
final class LimiterTrial implements Trial {
    @Override
    public String name() {
        return "limiter";
    }

    @Override
    public String method() {
        return "JMH, one fork, 3 + 5 iterations of 1 s, mean of the 5: an order that charges four limits, as at Binance,"
                + " at a time that moves on by 100 us a call; asked alone, and asked and taken.";
    }

    @Override
    public void run(Figures to) throws Exception {
        JmhRun.run(name(), LimiterBenchmark.class, "ns", to);
    }
}
