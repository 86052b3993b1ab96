/// Benchmarks with JMH: what one thread of ours can do, in orders, commands and bytes.
///
/// Figures that need the whole system on sockets are measured by `./tidegate measure` instead; both are written down in
/// docs/benchmarks.md with their method. Start at `io.tidegate.bench.CoreBenchmark`.
@NullMarked
package io.tidegate.bench;

import org.jspecify.annotations.NullMarked;
