package io.tidegate.cluster;

import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/// How a thread waits when it has nothing to do (DESIGN §5).
public enum IdleProfile {
    /// Two processors for everything: short parks for a second after work, then parks of a millisecond.
    SHARED {
        @Override
        public IdleStrategy newIdle() {
            return new TwoSpeedIdle();
        }
    },
    /// Eight processors and more, pinned: never leaves the processor.
    DEDICATED {
        @Override
        public IdleStrategy newIdle() {
            return new BusySpinIdleStrategy();
        }
    };

    /// One for one thread.
    public abstract IdleStrategy newIdle();
}
