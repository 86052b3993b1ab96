package io.tidegate.simulator.account;

import io.tidegate.model.number.Amount;

/// What an account has of one asset: free to use, and locked by its open orders. Neither is ever negative.
public final class Balance {
    private Amount free;
    private Amount locked = Amount.ZERO;

    Balance(Amount free) {
        if (free.signum() < 0) {
            throw new IllegalArgumentException("a balance of " + free);
        }
        this.free = free;
    }

    public Amount free() {
        return free;
    }

    public Amount locked() {
        return locked;
    }

    public Amount total() {
        return free.plus(locked);
    }

    /// Sets aside for an order.
    void lock(Amount amount) {
        free = atLeastZero(free.minus(amount), "free");
        locked = locked.plus(amount);
    }

    /// Gives back what an order no longer needs.
    void unlock(Amount amount) {
        locked = atLeastZero(locked.minus(amount), "locked");
        free = free.plus(amount);
    }

    void spendLocked(Amount amount) {
        locked = atLeastZero(locked.minus(amount), "locked");
    }

    void credit(Amount amount) {
        free = atLeastZero(free.plus(amount), "free");
    }

    private static Amount atLeastZero(Amount after, String what) {
        if (after.signum() < 0) {
            throw new IllegalStateException(what + " would become " + after);
        }
        return after;
    }
}
