package io.tidegate.cluster;

/// With what a node's process ends when it cannot go on. A supervisor may start it again at once, except after
/// [#OTHER_HISTORY], [#CORE] and [#SNAPSHOT]: these come back until a person has looked.
public enum ExitCode {
    /// The core threw: a bug of ours. The entry that did it will do it again.
    CORE(70),
    /// This program would write another history than the recorded one, or lacks the log of a recorded one.
    OTHER_HISTORY(71),
    /// The snapshot cannot be restored.
    SNAPSHOT(72),
    /// Events can no longer be recorded.
    RECORDING(73),
    /// A heartbeat through the log did not come back in time: the disk is full or something hangs.
    NO_ECHO(74),
    /// Aeron itself gave up.
    AERON(75);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /// The process's exit status.
    public int code() {
        return code;
    }
}
