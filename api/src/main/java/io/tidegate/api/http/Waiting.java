package io.tidegate.api.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits on a virtual thread.
final class Waiting {
    private Waiting() {}

    /// What the future came to within the time; empty when it did not, or when this thread was asked to stop.
    static <T> Optional<T> within(CompletableFuture<T> future, long timeoutMs) {
        try {
            return Optional.of(future.get(timeoutMs, TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }
}
