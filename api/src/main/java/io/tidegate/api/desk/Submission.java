package io.tidegate.api.desk;

import io.tidegate.model.command.Command;
import java.util.concurrent.CompletableFuture;

/// A command on its way, and who waits for what becomes of it.
record Submission(Command command, CompletableFuture<Reply> reply) {}
