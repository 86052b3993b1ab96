package io.tidegate.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Tries a law on many seeds; on failure it finds a small case and says how to run just that one again.
///
/// ```java
/// Laws.forAll(seed -> {
///     var fills = seed.listOf(50, () -> seed.longBetween(1, 1_000));
///     assertEquals(sum(fills), booked(fills));
/// });
/// ```
///
/// The seeds are the same in every run, so that a build never fails by luck. System properties change that:
/// `laws.first` (default 1) is the first seed of each law, to look at fresh ones; `laws.seed` runs that seed alone,
/// and `laws.size` with it at that size. A seed is a plain `long`, the same that the simulated world takes.
public final class Laws {
    static final int CASES = 200;
    private static final int CASES_MIN = 100;
    private static final List<Integer> SIZES = List.of(1, 2, 3, 5, 8, 12, 20, 30, 50, 75);
    private static final int SEEDS_PER_SIZE = 10;

    private Laws() {}

    /// Tries the law on 200 seeds.
    ///
    /// @param law draws its values from the seed and throws when the law does not hold
    /// @throws AssertionError when it failed; names the seed and the size, and is caused by the law's own failure
    public static void forAll(Consumer<Seed> law) {
        forAll(CASES, law);
    }

    /// Tries the law on that many seeds.
    ///
    /// @param cases at least 100; fewer prove too little to be called a law
    /// @throws AssertionError as above
    public static void forAll(int cases, Consumer<Seed> law) {
        if (cases < CASES_MIN) {
            throw new IllegalArgumentException("a law is tried on at least " + CASES_MIN + " cases, not " + cases);
        }
        var wanted = Optional.ofNullable(System.getProperty("laws.seed")).map(Long::valueOf);
        long first = wanted.orElseGet(() -> Long.getLong("laws.first", 1));
        int size = wanted.isPresent() ? Integer.getInteger("laws.size", Seed.SIZE_MAX) : Seed.SIZE_MAX;
        for (int index = 0; index < (wanted.isPresent() ? 1 : cases); index++) {
            long value = first + index;
            var failure = failure(law, value, size);
            if (failure.isPresent()) {
                throw wanted.isPresent() ? failed(value, size, failure.get()) : smallest(law, value, failure.get());
            }
        }
    }

    /// The first failure by growing size, of the seed that failed and a few behind it: what shows nothing at full size
    /// may do so when small. Costs less than one more run of the law.
    private static AssertionError smallest(Consumer<Seed> law, long failing, Throwable atFullSize) {
        for (int size : SIZES) {
            for (long value = failing; value - failing < SEEDS_PER_SIZE; value++) {
                var failure = failure(law, value, size);
                if (failure.isPresent()) {
                    return failed(value, size, failure.get());
                }
            }
        }
        return failed(failing, Seed.SIZE_MAX, atFullSize);
    }

    /// What the law threw, of whatever kind: an assumption that does not hold is a failure here too, else a law could
    /// pass without having been tried.
    private static Optional<Throwable> failure(Consumer<Seed> law, long value, int size) {
        try {
            law.accept(Seed.of(value, size));
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }

    private static AssertionError failed(long value, int size, Throwable failure) {
        return new AssertionError(
                "law does not hold for seed %d at size %d: %s%n  run just it: ./tidegate test -Dtest=%s -Dlaws.seed=%d -Dlaws.size=%d"
                        .formatted(value, size, failure, caller(), value, size),
                failure);
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Laws.class.getName()))
                        .findFirst()
                        .map(frame -> frame.getClassName().replaceFirst(".*\\.", "")
                                + '#'
                                + frame.getMethodName().replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1"))
                        .orElse("*"));
    }
}
