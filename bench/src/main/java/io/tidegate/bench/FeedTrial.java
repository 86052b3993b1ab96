package io.tidegate.bench;

/// A message of market data, from its bytes to the book.
final class FeedTrial implements Trial {
    @Override
    public String name() {
        return "feed";
    }

    @Override
    public String method() {
        return "JMH, one fork, 4 + 5 iterations of 1 s, mean of the 5 and the median and 99th percentile of single"
                + " samples: a message of Binance's combined stream from the socket's bytes until the book shows it, its"
                + " sequence checked, with 1 and with 64 levels, out of 8 MB of them; beside Jackson's tokens and"
                + " Jackson's tree into TreeMaps.";
    }

    @Override
    public void run(Figures to) throws Exception {
        JmhRun.run(name(), FeedBenchmark.class, "ns", to);
    }
}
