package io.tidegate.gateway.limits;

import io.tidegate.venues.api.LimitRule;

/// Counts what is used of one limit: what the venue has counted as far as we know, and what is under way and may
/// yet be counted. Time never goes back.
public abstract sealed class Window {
    /// A window of the kind that the rule asks for.
    public static Window of(LimitRule rule) {
        if (rule.capacity() < 1 || rule.windowNs() < 1) {
            throw new IllegalArgumentException("limit " + rule.name() + ": capacity " + rule.capacity() + " per "
                    + rule.windowNs() + " ns, both must be positive");
        }
        return rule.aligned() ? new Aligned(rule.windowNs()) : new Sliding(rule.windowNs());
    }

    /// How much counts at that time.
    abstract long used(long nowNs);

    /// A call leaves that may cost that much.
    abstract void take(long amount, long nowNs);

    /// What such a call has cost is known: all that was taken for it, or nothing. A call that is never settled
    /// counts until its window ends.
    ///
    /// @param takenNs when it was taken
    abstract void settle(long amount, boolean isCounted, long takenNs, long nowNs);

    /// When some of what is used will be free again; `nowNs` when nothing is used.
    abstract long resetNs(long nowNs);

    /// The venue counts that much.
    ///
    /// @param askedNs when the question that this answers left
    abstract void told(long used, long askedNs, long nowNs);

    /// Windows that begin at whole multiples of their length since 1970.
    ///
    /// The venue's count holds for the moment at which it answered. It may be higher than ours, as others
    /// count too: believed. It may be lower, as something was given back: believed when the question left
    /// after all that we count was known, for then it includes all of that. A count asked for in the window
    /// before may still be that window's and says nothing about this one.
    private static final class Aligned extends Window {
        private final long windowNs;
        private long number = Long.MIN_VALUE;
        private long counted;
        private long underWay;
        private long knownNs = Long.MIN_VALUE;
        private long knownBeforeNs = Long.MIN_VALUE;

        Aligned(long windowNs) {
            this.windowNs = windowNs;
        }

        private void turnTo(long nowNs) {
            long present = Math.floorDiv(nowNs, windowNs);
            if (present != number) {
                number = present;
                counted = 0;
                underWay = 0;
            }
        }

        private boolean isPresent(long ns) {
            return Math.floorDiv(ns, windowNs) == number;
        }

        @Override
        long used(long nowNs) {
            turnTo(nowNs);
            return Math.addExact(counted, underWay);
        }

        @Override
        void take(long amount, long nowNs) {
            turnTo(nowNs);
            underWay = Math.addExact(underWay, amount);
        }

        @Override
        void settle(long amount, boolean isCounted, long takenNs, long nowNs) {
            turnTo(nowNs);
            if (isPresent(takenNs)) {
                underWay -= amount;
            }
            if (isCounted) {
                counted = Math.addExact(counted, amount);
                known(nowNs);
            }
        }

        /// The answer that settles a call tells the count behind it: what is known since is that call itself.
        @Override
        void told(long used, long askedNs, long nowNs) {
            turnTo(nowNs);
            long sinceNs = knownNs == nowNs ? knownBeforeNs : knownNs;
            if (isPresent(askedNs) && (used > counted || askedNs >= sinceNs)) {
                counted = used;
                known(nowNs);
            }
        }

        private void known(long nowNs) {
            knownBeforeNs = knownNs;
            knownNs = nowNs;
        }

        @Override
        long resetNs(long nowNs) {
            return used(nowNs) == 0 ? nowNs : (number + 1) * windowNs;
        }
    }

    /// Every stretch of the window's length. Time is cut into slots of a 64th of it; what was used in a slot counts
    /// until the slot's end is a window ago, so the count is never too low and frees at most a 64th too late.
    private static final class Sliding extends Window {
        private static final int SLOTS = 64;
        private static final int RING = SLOTS + 3;

        private final long windowNs;
        private final long slotNs;
        private final long[] ring = new long[RING];
        private long oldest;
        private long newest;
        private long sum;

        Sliding(long windowNs) {
            this.windowNs = windowNs;
            this.slotNs = Math.ceilDiv(windowNs, SLOTS);
        }

        @Override
        long used(long nowNs) {
            while (sum > 0 && (oldest + 1) * slotNs + windowNs <= nowNs) {
                int index = (int) (oldest % RING);
                sum -= ring[index];
                ring[index] = 0;
                oldest++;
            }
            return sum;
        }

        @Override
        void take(long amount, long nowNs) {
            if (used(nowNs) == 0) {
                oldest = nowNs / slotNs;
            }
            newest = Math.max(oldest, nowNs / slotNs);
            ring[(int) (newest % RING)] += amount;
            sum = Math.addExact(sum, amount);
        }

        /// What was taken stays where it was taken; what cost nothing is taken out of there.
        @Override
        void settle(long amount, boolean isCounted, long takenNs, long nowNs) {
            long slot = takenNs / slotNs;
            if (!isCounted && used(nowNs) > 0 && slot >= oldest && slot <= newest) {
                long back = Math.min(amount, ring[(int) (slot % RING)]);
                ring[(int) (slot % RING)] -= back;
                sum -= back;
            }
        }

        /// Believed when it is more than ours.
        @Override
        void told(long used, long askedNs, long nowNs) {
            long more = used - used(nowNs);
            if (more > 0) {
                take(more, nowNs);
            }
        }

        @Override
        long resetNs(long nowNs) {
            if (used(nowNs) == 0) {
                return nowNs;
            }
            long slot = oldest;
            while (ring[(int) (slot % RING)] == 0) {
                slot++;
            }
            return (slot + 1) * slotNs + windowNs;
        }
    }
}
