package io.tidegate.world;

import java.time.Duration;

/// Prints the trace hash of one world, as the last line: a second JVM for [WorldTest].
final class TraceOfSeed {
    private TraceOfSeed() {}

    public static void main(String[] arguments) {
        System.out.println(trace(Long.parseLong(arguments[0])));
    }

    static long trace(long seed) {
        return new World(seed, WorldSettings.stormy())
                .run(Duration.ofMinutes(1))
                .traceHash();
    }
}
