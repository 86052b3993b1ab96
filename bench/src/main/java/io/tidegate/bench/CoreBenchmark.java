package io.tidegate.bench;

import io.tidegate.core.Engine;
import io.tidegate.host.CoreHost;
import io.tidegate.host.HostSettings;
import io.tidegate.model.command.Command;
import io.tidegate.model.event.ChildReady;
import io.tidegate.wire.CommandCodec;
import io.tidegate.wire.EventCodec;
import io.tidegate.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Orders through the whole core on one thread: bytes in, decode, check, reserve, decide, encode, chain, bytes out. No
/// log and no disk: what they add stands in docs/benchmarks.md beside this.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
public class CoreBenchmark {
    private static final int ORDERS = 50_000;

    private final List<UnsafeBuffer> orders = new ArrayList<>();
    private final List<ChildReady> children = new ArrayList<>();
    private final List<UnsafeBuffer> reports = new ArrayList<>();
    private final CommandCodec commands = new CommandCodec();
    private CoreHost host = new CoreHost(new Engine(), HostSettings.defaults(), (end, buffer, offset, length) -> {});

    /// Encodes the orders, and, by running them once, what a venue would report of them.
    @Setup(Level.Trial)
    public void encode() throws Exception {
        for (int n = 0; n < ORDERS; n++) {
            orders.add(encoded(n + 1L + OrderFlow.setUp().size(), OrderFlow.order(n)));
        }
        var events = new EventCodec();
        host = new CoreHost(new Engine(), HostSettings.defaults(), (end, buffer, offset, length) -> {
            try {
                ChildReady child = OrderFlow.child(events.decode(buffer, offset, length));
                if (child != null) {
                    children.add(child);
                }
            } catch (WireException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        begin();
        orders.forEach(this::apply);
        if (children.size() != ORDERS) {
            throw new IllegalStateException(children.size() + " of " + ORDERS + " orders were handed out");
        }
        long sequence = (long) OrderFlow.setUp().size() + ORDERS;
        for (ChildReady child : children) {
            reports.add(encoded(++sequence, OrderFlow.acknowledgement(child)));
            reports.add(encoded(++sequence, OrderFlow.fill(child)));
        }
    }

    /// A new core, ready for orders.
    @Setup(Level.Invocation)
    public void fresh() {
        host = new CoreHost(new Engine(), HostSettings.defaults(), (end, buffer, offset, length) -> {});
        begin();
    }

    /// Placed orders that are accepted, their worst case reserved, and handed out.
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public long acceptedOrders() {
        orders.forEach(this::apply);
        return host.mark().hash();
    }

    /// Whole lives: placed, acknowledged, filled; three commands each.
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public long fullLives() {
        orders.forEach(this::apply);
        reports.forEach(this::apply);
        return host.mark().hash();
    }

    private void begin() {
        apply(encoded(0, OrderFlow.source(), 0));
        long sequence = 0;
        for (Command command : OrderFlow.setUp()) {
            apply(encoded(++sequence, command));
        }
    }

    private void apply(UnsafeBuffer command) {
        host.apply(command, 0, command.capacity(), OrderFlow.START_NS);
    }

    private UnsafeBuffer encoded(long sequence, Command command) {
        return encoded(sequence, command, 1);
    }

    private UnsafeBuffer encoded(long sequence, Command command, long source) {
        var buffer = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
        int length = commands.encode(source, sequence, command, buffer, 0);
        var exact = new UnsafeBuffer(new byte[length]);
        exact.putBytes(0, buffer, 0, length);
        return exact;
    }
}
