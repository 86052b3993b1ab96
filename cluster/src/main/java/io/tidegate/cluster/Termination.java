package io.tidegate.cluster;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the process, once: the first reason counts. Any thread.
final class Termination {
    private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

    private final TerminationHook hook;
    private final AtomicBoolean isOver = new AtomicBoolean();

    Termination(TerminationHook hook) {
        this.hook = hook;
    }

    void end(ExitCode code, Throwable why) {
        if (isOver.compareAndSet(false, true)) {
            LOG.error("exit={} status={} node ends: {}", code, code.code(), why.toString(), why);
            hook.terminate(code, why);
        }
    }

    /// From here on what ends is meant to end.
    void expect() {
        isOver.set(true);
    }
}
