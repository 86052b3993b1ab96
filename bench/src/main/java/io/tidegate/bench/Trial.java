package io.tidegate.bench;

/// One benchmark: measures, and writes down what it saw.
interface Trial {
    /// The word on the command line.
    String name();

    /// How it measures, in a sentence or two that a sceptic can check.
    String method();

    /// Measures once; blocks for some seconds to a minute.
    ///
    /// @throws Exception when it could not measure; nothing that it has written down before is lost
    void run(Figures to) throws Exception;
}
