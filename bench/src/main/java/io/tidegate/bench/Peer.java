package io.tidegate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another process of ours, with the same code and the same flags of the JVM: answers lines on its standard input with
/// lines on its standard output, and ends when its input does.
final class Peer implements AutoCloseable {
    private static final long END_WITHIN_S = 30;

    private final Process process;
    private final BufferedReader answers;

    private Peer(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Answers one line with one line.
    @FunctionalInterface
    interface Answers {
        String to(String question) throws IOException;
    }

    /// Starts a main class.
    static Peer start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new Peer(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// What the other process runs: says its first line, then answers until its input ends.
    static void serve(PrintStream out, String firstLine, Answers answers) throws IOException {
        out.println(firstLine);
        out.flush();
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String question = questions.readLine();
        while (question != null) {
            out.println(answers.to(question));
            out.flush();
            question = questions.readLine();
        }
    }

    /// The next line that it says; blocks.
    ///
    /// @throws IOException when it has ended instead
    String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(
                    "a process of the benchmark ended early: " + process.info().commandLine());
        }
        return line;
    }

    /// Asks and waits for the answer.
    String ask(String question) throws IOException {
        process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return line();
    }

    long pid() {
        return process.pid();
    }

    /// Processor time that it has used so far, in nanoseconds.
    long cpuNs() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the system does not tell processor times"))
                .toNanos();
    }

    /// `kill -9`, and waits until it is dead.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Lets it end in good order, and kills it if it does not within 30 s.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(END_WITHIN_S, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
