package io.tidegate.transport.simulated;

import java.util.PriorityQueue;

/// Everything that will happen, in the order of its time, and of its entry where times are equal.
final class Schedule {
    private final PriorityQueue<Happening> happenings = new PriorityQueue<>();
    private long sequence;

    /// Something that will happen unless it is called off.
    static final class Happening implements Comparable<Happening> {
        private final long timeNs;
        private final long sequence;
        private Runnable act;
        private boolean isCancelled;

        private Happening(long timeNs, long sequence, Runnable act) {
            this.timeNs = timeNs;
            this.sequence = sequence;
            this.act = act;
        }

        /// Calls it off; later than its time this does nothing.
        void cancel() {
            isCancelled = true;
            act = Schedule::nothing; // lets go of what it would have acted on
        }

        @Override
        public int compareTo(Happening other) {
            int byTime = Long.compare(timeNs, other.timeNs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /// A happening that is called off already.
    static Happening none() {
        return new Happening(Long.MAX_VALUE, Long.MAX_VALUE, Schedule::nothing);
    }

    Happening at(long timeNs, Runnable act) {
        Happening happening = new Happening(timeNs, sequence++, act);
        happenings.add(happening);
        return happening;
    }

    /// When the next one is due; `Long.MAX_VALUE` when there is none.
    long nextNs() {
        for (Happening head = happenings.peek(); head != null; head = happenings.peek()) {
            if (!head.isCancelled) {
                return head.timeNs;
            }
            happenings.remove();
        }
        return Long.MAX_VALUE;
    }

    /// Runs the one that [#nextNs] spoke of.
    void runNext() {
        happenings.remove().act.run();
    }

    private static void nothing() {}
}
