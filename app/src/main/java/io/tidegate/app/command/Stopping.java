package io.tidegate.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for SIGTERM or Ctrl-C, and holds the process until the command has ended in good order.
///
/// The exit status is then the command's, where Java's own would say that a signal ended it.
final class Stopping {
    private static final long END_WITHIN_S = 330; // above the longest stop that can be configured

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int status = 1;
    private final Thread hook = new Thread(this::hold, "stopping");

    Stopping() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void hold() {
        asked.countDown();
        try {
            if (!ended.await(END_WITHIN_S, TimeUnit.SECONDS)) {
                System.err.println("tidegate: does not end within " + END_WITHIN_S + " s");
                return;
            }
            Runtime.getRuntime().halt(status);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the process is asked to end.
    void await() throws InterruptedException {
        asked.await();
    }

    /// The same, for at most that long.
    ///
    /// @return whether it was asked
    boolean await(Duration most) throws InterruptedException {
        return asked.await(most.toSeconds(), TimeUnit.SECONDS);
    }

    /// Asks it to end, from within.
    void now() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /// Lets the process go.
    ///
    /// @param exitStatus what the command came to
    void ended(int exitStatus) {
        status = exitStatus;
        ended.countDown();
        if (!isAsked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
