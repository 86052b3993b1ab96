package io.tidegate.app.kill;

import io.tidegate.app.Tidegate;
import io.tidegate.app.client.ApiClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// One of our commands in a JVM of its own, with the flags of a real run. Its standard error goes to a file.
final class Program implements AutoCloseable {
    private static final long END_WITHIN_S = 60;

    private final Process process;
    private final Path log;
    private final BufferedReader out;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /// @param log       what it writes to standard error is added there
    /// @param arguments those of the command line
    static Program start(Path log, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(System.getProperty("tidegate.root"), ".mvn", "run.options"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // these live for seconds: optimising them costs more than it brings
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                Tidegate.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + command, e);
        }
    }

    /// Waits for the line that it prints once it can be reached.
    ///
    /// @throws IllegalStateException when it ends before; with what it said
    JsonNode firstLine() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("ended without a word, see " + log + ":\n" + tail());
            }
            return ApiClient.MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The end of what it said on standard error.
    String tail() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + log, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// `kill -9`, and waits until it is dead.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits until it has ended by itself.
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(END_WITHIN_S, TimeUnit.SECONDS)) {
            throw new AssertionError("has not ended within " + END_WITHIN_S + " s:\n" + tail());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
