package io.tidegate.cluster;

/// What is done when a node cannot go on. It must end the process: a core that could not apply or record is wrong.
@FunctionalInterface
public interface TerminationHook {
    /// Halts the process at once, without shutdown hooks, which might wait for what hangs.
    TerminationHook HALT = (code, why) -> Runtime.getRuntime().halt(code.code());

    /// Called once, on the thread that failed.
    void terminate(ExitCode code, Throwable why);
}
