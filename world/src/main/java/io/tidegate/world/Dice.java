package io.tidegate.world;

import java.util.List;
import java.util.SplittableRandom;

/// The chance of one part of the world: every part has its own, split from the seed, so that a change in one does not
/// shift the others.
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, String part) {
        long mixed = seed;
        for (int i = 0; i < part.length(); i++) {
            mixed = mixed * 31 + part.charAt(i);
        }
        random = new SplittableRandom(mixed);
    }

    long nextLong() {
        return random.nextLong();
    }

    /// Evenly from `low` to `high`, both included.
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A waiting time of that mean: exponential, at least 1 ns.
    long waitNs(long meanNs) {
        return Math.max(1, (long) (-Math.log(1 - random.nextDouble()) * meanNs));
    }
}
