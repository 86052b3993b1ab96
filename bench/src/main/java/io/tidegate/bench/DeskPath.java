package io.tidegate.bench;

import io.tidegate.api.desk.OrderDesk;
import io.tidegate.api.desk.Reply;
import io.tidegate.app.serve.WallClock;
import io.tidegate.model.order.OrderTerms;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Straight to the desk, without HTTP: an order counts as received when it was meant to be sent.
final class DeskPath implements OrderPath {
    private static final long LONGEST_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_NS = 1_000_000;

    private final OrderDesk desk;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Histogram answerNs = new ConcurrentHistogram(LONGEST_NS, 3);

    DeskPath(OrderDesk desk) {
        this.desk = desk;
    }

    @Override
    public void send(OrderTerms terms, long meantNs, boolean counts) {
        underWay.incrementAndGet();
        var _ = desk.place(terms, meantNs).whenComplete((reply, failure) -> {
            if (counts) {
                count(reply instanceof Reply.Placed, meantNs);
            }
            underWay.decrementAndGet();
        });
    }

    private void count(boolean isPlaced, long meantNs) {
        if (isPlaced) {
            accepted.incrementAndGet();
            answerNs.recordValue(Math.clamp(WallClock.nowNs() - meantNs, 0, LONGEST_NS));
        } else {
            refused.incrementAndGet();
        }
    }

    @Override
    public long accepted() {
        return accepted.get();
    }

    @Override
    public long refused() {
        return refused.get();
    }

    @Override
    public Histogram answerNs() {
        return answerNs;
    }

    @Override
    public void close() {
        long startNs = System.nanoTime();
        while (underWay.get() > 0 && System.nanoTime() - startNs < PATIENCE_NS) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
