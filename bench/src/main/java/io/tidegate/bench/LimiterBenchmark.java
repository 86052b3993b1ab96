package io.tidegate.bench;

import io.tidegate.gateway.limits.Charges;
import io.tidegate.gateway.limits.LimitPolicy;
import io.tidegate.gateway.limits.Limiter;
import io.tidegate.gateway.limits.Window;
import io.tidegate.venues.api.Cost;
import io.tidegate.venues.api.Cost.Charge;
import io.tidegate.venues.api.Cost.Priority;
import io.tidegate.venues.api.LimitRule;
import io.tidegate.venues.api.LimitRule.Scope;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// May an order leave now? Four limits as Binance has them, wide enough that the answer stays yes.
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LimiterBenchmark {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long STEP_NS = 100_000;
    private static final long ENOUGH = Long.MAX_VALUE / 1_000;

    private final Limiter limiter = new Limiter(
            List.of(
                    new LimitRule("weight", Scope.IP, ENOUGH, 60 * SECOND_NS, true),
                    new LimitRule("requests", Scope.IP, ENOUGH, 300 * SECOND_NS, true),
                    new LimitRule("orders10s", Scope.ACCOUNT, ENOUGH, 10 * SECOND_NS, true),
                    new LimitRule("orders1d", Scope.ACCOUNT, ENOUGH, 86_400 * SECOND_NS, true)),
            LimitPolicy.DEFAULT,
            Window::of);
    private final Charges order = limiter.charges(new Cost(
            Priority.HIGH,
            List.of(
                    new Charge("weight", 1),
                    new Charge("requests", 1),
                    new Charge("orders10s", 1),
                    new Charge("orders1d", 1))));
    private long nowNs = OrderFlow.START_NS;

    /// Asked, not taken.
    @Benchmark
    public int check() {
        nowNs += STEP_NS;
        return limiter.blockedBy(order, Priority.HIGH, nowNs);
    }

    /// Asked and taken.
    @Benchmark
    public int checkAndTake() {
        nowNs += STEP_NS;
        int blockedBy = limiter.blockedBy(order, Priority.HIGH, nowNs);
        limiter.take(order, nowNs);
        return blockedBy;
    }
}
