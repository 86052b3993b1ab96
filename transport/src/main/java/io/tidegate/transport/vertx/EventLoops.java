package io.tidegate.transport.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.TimeUnit;

/// The threads that move bytes for a whole process: one instance is shared by all networks and listeners.
///
/// They use epoll where the system has it. Safe from any thread.
public final class EventLoops implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_S = 10;

    private final Vertx vertx;

    /// @param threads how many event loops, 1 to 64; one moves a few 100,000 messages a second
    public EventLoops(int threads) {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("event loops: " + threads + ", expected 1 to 64");
        }
        // The warnings of the blocked thread checker mean nothing here: handlers only copy, and pauses of the whole
        // process are watched elsewhere. No cache folder is made: nothing is served from files.
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(threads)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setPreferNativeTransport(true)
                .setBlockedThreadCheckInterval(3_600_000)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    /// Whether the sockets are epoll's rather than the JDK's.
    public boolean isNative() {
        return vertx.isNativeTransportEnabled();
    }

    Vertx vertx() {
        return vertx;
    }

    /// Closes whatever is still open, and waits at most 10 s for the threads to end.
    @Override
    public void close() {
        Waits.forResult(vertx.close(), CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
    }
}
