package io.tidegate.world;

import java.time.Duration;

/// A world in which something went wrong that must not: with the seed that brings it back.
public final class WorldFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long seed;

    WorldFailure(long seed, Duration at, RuntimeException cause) {
        super("seed " + seed + ", after " + at + " of simulated time: " + cause.getMessage(), cause);
        this.seed = seed;
    }

    /// The seed that brings it back.
    public long seed() {
        return seed;
    }
}
