package io.tidegate.gateway.limits;

import io.tidegate.venues.api.LimitRule;

/// Counts what was used of one limit. Time never goes back.
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

    abstract void take(long amount, long nowNs);

    /// When some of what is used will be free again; `nowNs` when nothing is used.
    abstract long resetNs(long nowNs);

    /// The venue counts that much: believed when it is more than ours.
    final void raiseTo(long used, long nowNs) {
        long more = used - used(nowNs);
        if (more > 0) {
            take(more, nowNs);
        }
    }

    /// Windows that begin at whole multiples of their length since 1970.
    private static final class Aligned extends Window {
        private final long windowNs;
        private long number = Long.MIN_VALUE;
        private long used;

        Aligned(long windowNs) {
            this.windowNs = windowNs;
        }

        @Override
        long used(long nowNs) {
            long present = Math.floorDiv(nowNs, windowNs);
            if (present != number) {
                number = present;
                used = 0;
            }
            return used;
        }

        @Override
        void take(long amount, long nowNs) {
            used = Math.addExact(used(nowNs), amount);
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
