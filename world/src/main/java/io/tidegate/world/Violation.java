package io.tidegate.world;

import org.jspecify.annotations.Nullable;

/// Something that must never be true was: the message names the rule, what was found, and when.
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Violation(String rule, String found) {
        super(rule + ": " + found);
    }

    /// Throws unless it holds.
    static void must(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new Violation(rule, String.valueOf(found));
        }
    }

    /// The value, which must be there.
    static <T> T present(@Nullable T value, String rule, Object found) {
        if (value == null) {
            throw new Violation(rule, String.valueOf(found));
        }
        return value;
    }
}
