package io.tidegate.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A node in a process of its own, to be killed.
final class NodeProcess implements AutoCloseable {
    static final TerminationHook HALT = (code, why) -> Runtime.getRuntime().halt(code.code());

    private final Process process;

    private NodeProcess(Process process) {
        this.process = process;
    }

    /// What the process does.
    ///
    /// @param arguments the data folder, and after how many bytes of log a snapshot is due
    public static void main(String[] arguments) throws InterruptedException {
        var config =
                Nodes.config(Path.of(arguments[0])).withRetention(Long.parseLong(arguments[1]), 2, Long.MAX_VALUE / 2);
        try (var _ = ClusterNode.start(config, TallyMachine::new, HALT, () -> Long.MAX_VALUE)) {
            new CountDownLatch(1).await();
        }
    }

    static NodeProcess start(Path folder, long snapshotLogBytes) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var options = Path.of(System.getProperty("tidegate.root"), ".mvn", "run.options");
        try {
            return new NodeProcess(new ProcessBuilder(
                            java.toString(),
                            "@" + options,
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NodeProcess.class.getName(),
                            folder.toString(),
                            Long.toString(snapshotLogBytes))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolveSibling(folder.getFileName() + ".log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting a node in " + folder, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until it has ended by itself.
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the node has not ended by itself");
        }
        return process.exitValue();
    }

    /// `kill -9`, and waits until it is dead.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
