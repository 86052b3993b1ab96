package io.tidegate.bench;

/// The core alone, on one thread.
final class CoreTrial implements Trial {
    @Override
    public String name() {
        return "core";
    }

    @Override
    public String method() {
        return "JMH, one fork, 3 + 5 iterations of 4 s, mean of the 5: 50,000 commands through CoreHost and Engine on one"
                + " thread, decoding, deciding, encoding and chaining included; no log, no disk. A full life is three"
                + " commands: placed, acknowledged, filled.";
    }

    @Override
    public void run(Figures to) throws Exception {
        JmhRun.run(name(), CoreBenchmark.class, "orders/s", to);
    }
}
