package io.tidegate.cluster;

/// What is done when a node cannot go on. It must end the process: a core that could not apply or record is wrong.
@FunctionalInterface
public interface TerminationHook {
    /// Called once, on the thread that failed; halts the process with `code.code()` at once, without shutdown
    /// hooks, which might wait for what hangs. Supplied by the program, since only a program may end itself.
    void terminate(ExitCode code, Throwable why);
}
