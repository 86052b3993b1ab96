package io.tidegate.bench;

/// One change of a book, beside other programs' books.
final class BookTrial implements Trial {
    @Override
    public String name() {
        return "book";
    }

    @Override
    public String method() {
        return "JMH, one fork, 4 + 5 iterations of 1 s, mean of the 5 and the median of single samples, which contain"
                + " the clock's own 20 to 30 ns: a decoded change of one level in a book of a thousand levels a side, most"
                + " next to the best price, two of five of them deletions; beside XChange's OrderBook and two TreeMaps.";
    }

    @Override
    public void run(Figures to) throws Exception {
        JmhRun.run(name(), BookBenchmark.class, "ns", to);
    }
}
