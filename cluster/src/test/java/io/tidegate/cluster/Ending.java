package io.tidegate.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Remembers why a node would have ended its process.
final class Ending implements TerminationHook {
    private final CompletableFuture<Reason> reason = new CompletableFuture<>();

    record Reason(ExitCode code, String message) {}

    @Override
    public void terminate(ExitCode code, Throwable why) {
        reason.complete(new Reason(code, why.toString()));
    }

    Reason await() throws Exception {
        return reason.get(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean hasCome() {
        return reason.isDone();
    }
}
