/// Benchmarks: what is measured, each figure with its method, its durability and the machine's load beside it.
///
/// What one thread can do is measured with JMH; what needs the log, sockets or other processes are plain programs, one
/// file each, whose latencies count from the time at which something was meant to be sent. The figures stand in
/// docs/benchmarks.md. Start at [io.tidegate.bench.Bench].
@NullMarked
package io.tidegate.bench;

import org.jspecify.annotations.NullMarked;
