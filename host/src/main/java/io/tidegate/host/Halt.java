package io.tidegate.host;

/// The core must stop and not be started again before a person has looked: going on would write a false history.
public final class Halt extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /// Why.
    public enum Reason {
        /// This program, given this log, writes other events than the recorded ones.
        OTHER_HISTORY,
        /// Events are recorded whose commands the log does not have.
        LOG_LOST,
        /// The snapshot was written under rules that this program cannot reproduce.
        RULES,
        /// The snapshot is damaged, incomplete or of an unknown format.
        SNAPSHOT,
        /// Events can no longer be recorded.
        RECORDING
    }

    private final Reason reason;

    public Halt(Reason reason, String message) {
        super(reason + ": " + message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
