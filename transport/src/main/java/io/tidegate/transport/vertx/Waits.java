package io.tidegate.transport.vertx;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waiting, at start and at close only, for what an event loop does.
final class Waits {
    private Waits() {}

    /// Waits for the end of it.
    ///
    /// @return why it failed, or empty when it did not
    static Optional<Throwable> forResult(Future<?> future, long timeout, TimeUnit unit) {
        try {
            future.toCompletionStage().toCompletableFuture().get(timeout, unit);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException late) {
            return Optional.of(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of(interrupted);
        }
    }
}
