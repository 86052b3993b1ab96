package io.tidegate.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// The values of one case of a law, all drawn from one `long`: the same seed and size give the same values on every
/// machine and in every JVM, because [Random]'s algorithm is part of its contract and nothing else is asked.
///
/// The size, 1 to 100, is what shrinks: it scales how many things there are and how far numbers lie from zero. Cases
/// run at 100. One thread.
public final class Seed {
    static final int SIZE_MAX = 100;
    private static final int EDGE_PERCENT = 20;
    private static final String AWKWARD = "\"\\/'<>&{}[],:;=|%\t\r\n\0\u007f\u00a0\u00e9\u00df\u0130\u2028\u4e2d\ufeff";

    private final long value;
    private final int size;
    private final Random random;

    private Seed(long value, int size) {
        this.value = value;
        this.size = size;
        this.random = new Random(mixed(value));
    }

    /// The case of that number at full size.
    public static Seed of(long value) {
        return of(value, SIZE_MAX);
    }

    static Seed of(long value, int size) {
        if (size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("size " + size + " is not within 1 to " + SIZE_MAX);
        }
        return new Seed(value, size);
    }

    /// Neighbouring seeds would give neighbouring first values; this spreads them (the finalizer of SplitMix64).
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /// The number itself, to hand on to a simulated world.
    public long value() {
        return value;
    }

    /// The stream behind all other methods, for shuffles and the like.
    public Random random() {
        return random;
    }

    /// True in that many of 100 cases; 0 is never, 100 always.
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /// From 0 to `max` inclusive, fewer in smaller cases: for loops and lengths.
    public int count(int max) {
        return random.nextInt((int) scaled(max) + 1);
    }

    /// As [#longBetween].
    public int intBetween(int low, int high) {
        return (int) longBetween(low, high);
    }

    /// From `low` to `high` inclusive; in one case of five an edge: the ends, their neighbours, or next to zero.
    public long longBetween(long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException("no number between " + low + " and " + high);
        }
        long origin = Math.clamp(0L, low, high);
        long from = origin - scaled(origin - low);
        long to = origin + scaled(high - origin);
        if (chance(EDGE_PERCENT)) {
            var edges = List.of(
                    from, from + (from < to ? 1 : 0), to, to - (from < to ? 1 : 0), origin, Math.clamp(1L, from, to));
            return pick(edges);
        }
        long width = to - from + 1; // 0 stands for all 2^64
        return width == 0 ? random.nextLong() : from + Long.remainderUnsigned(random.nextLong(), width);
    }

    /// A whole number that fits into that many bits and a sign, edges included: for exact sums beyond `long`.
    public BigInteger integer(int bits) {
        int used = intBetween(0, bits);
        var magnitude = new BigInteger(used, random);
        if (chance(EDGE_PERCENT)) {
            magnitude = BigInteger.ONE.shiftLeft(used).subtract(BigInteger.ONE);
        }
        return chance(50) ? magnitude.negate() : magnitude;
    }

    /// A decimal of exactly that scale, from `lowUnscaled` to `highUnscaled` in units of its last place.
    public BigDecimal decimal(long lowUnscaled, long highUnscaled, int scale) {
        return BigDecimal.valueOf(longBetween(lowUnscaled, highUnscaled), scale);
    }

    /// One of them, each as likely as the others.
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// One of the words of that enum.
    public <E extends Enum<E>> E pick(Class<E> words) {
        return pick(List.of(words.getEnumConstants()));
    }

    /// From 0 to `countMax` items, fewer in smaller cases; a list that the law may change.
    public <T> List<T> listOf(int countMax, Supplier<T> item) {
        int count = count(countMax);
        var items = new ArrayList<T>(count);
        for (int index = 0; index < count; index++) {
            items.add(item.get());
        }
        return items;
    }

    /// Up to `lengthMax` characters, mostly printable ASCII, some that break careless parsers.
    public String text(int lengthMax) {
        int length = count(lengthMax);
        var text = new StringBuilder(length);
        for (int index = 0; index < length; index++) {
            text.append(
                    chance(EDGE_PERCENT)
                            ? AWKWARD.charAt(random.nextInt(AWKWARD.length()))
                            : (char) (' ' + random.nextInt('~' - ' ' + 1)));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "seed " + value + " at size " + size;
    }

    /// That share of a distance, which counts as unsigned; exact at full size, never 0 unless the distance is.
    private long scaled(long distance) {
        if (size == SIZE_MAX || distance == 0) {
            return distance;
        }
        long whole = Long.divideUnsigned(distance, SIZE_MAX) * size;
        long rest = (Long.remainderUnsigned(distance, SIZE_MAX) * size + SIZE_MAX - 1) / SIZE_MAX;
        return whole + rest;
    }
}
