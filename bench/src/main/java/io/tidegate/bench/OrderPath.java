package io.tidegate.bench;

import io.tidegate.model.order.OrderTerms;
import org.HdrHistogram.Histogram;

/// A way by which orders reach the desk. Orders are handed over by one thread; what became of them may be asked when
/// [#close] has returned.
interface OrderPath extends AutoCloseable {
    /// Sends one and returns at once.
    ///
    /// @param meantNs when it was meant to be sent, nanoseconds since 1970 UTC
    /// @param counts  false while warming up
    void send(OrderTerms terms, long meantNs, boolean counts);

    /// Orders that were accepted, of those that count.
    long accepted();

    /// Orders that were refused or not answered, of those that count.
    long refused();

    /// From the time at which an order was meant to be sent to the answer that it is accepted.
    Histogram answerNs();

    /// Waits for every answer, some seconds at most.
    @Override
    void close();
}
