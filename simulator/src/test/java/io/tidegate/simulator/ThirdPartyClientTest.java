package io.tidegate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.simulator.venue.binance.BinanceSettings;
import io.tidegate.transport.vertx.EventLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real third-party clients trade on a simulated venue over a real port, unchanged but for the addresses (SPEC SIM-1).
///
/// They need Node 20 and npm. Where these are missing the test is skipped with a word, and fails when `CI=true`.
class ThirdPartyClientTest {
    private static final Path CLIENTS = Path.of(System.getProperty("tidegate.root", ".."), "clients");

    @Test
    void ccxtTradesOnTheSimulatedBinance() throws Exception {
        requireNode();
        installPackages();
        try (var loops = new EventLoops(1);
                var server = SimServer.binance(loops, 0, BinanceSettings.usual(), 7)) {
            runScript("binance-ccxt.js", server);
            var main = server.onItsThread(face -> face.venue().truth().getFirst());
            assertThat(main.placedTotal()).isEqualTo(4);
            assertThat(main.open()).isEmpty();
            assertThat(main.placed().values()).containsOnly(1);
        }
    }

    @Test
    void ccxtWatchesTheSimulatedBinanceAndItsOrders() throws Exception {
        requireNode();
        installPackages();
        try (var loops = new EventLoops(1);
                var server = SimServer.binance(loops, 0, BinanceSettings.usual(), 7)) {
            runScript("binance-ccxt-pro.js", server);
        }
    }

    private static void runScript(String script, SimServer server) throws Exception {
        var keys = server.credentials();
        var run = run(List.of("node", script, server.restOrigin(), keys.apiKey(), keys.secret()), 90);
        assertThat(run.output()).contains("\"ok\":true");
        assertThat(run.status()).as(run.output()).isZero();
    }

    private static void requireNode() throws Exception {
        boolean hasNode;
        try {
            hasNode = run(List.of("node", "--version"), 20).status() == 0;
        } catch (IOException notThere) {
            hasNode = false;
        }
        if (!hasNode && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("node is missing, and CI runs this test");
        }
        Assumptions.assumeTrue(hasNode, "SKIPPED: node is missing; third-party clients were not run");
    }

    private static void installPackages() throws Exception {
        if (!Files.isDirectory(CLIENTS.resolve("node_modules"))) {
            System.err.println("installing the packages of clients/ with npm ci (once)");
            var run = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), 300);
            assertThat(run.status()).as(run.output()).isZero();
        }
    }

    private record Run(int status, String output) {}

    /// Runs a program in `clients/`; what it writes on either stream is its output.
    private static Run run(List<String> command, long timeoutSeconds) throws Exception {
        Path output = Files.createTempFile("clients", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .directory(CLIENTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command.getFirst() + " did not end within " + timeoutSeconds + " s: "
                        + Files.readString(output));
            }
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
