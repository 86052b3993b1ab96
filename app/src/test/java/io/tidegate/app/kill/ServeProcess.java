package io.tidegate.app.kill;

import io.tidegate.app.client.ApiClient;
import io.tidegate.app.config.NodeSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.IoUtil;

/// `serve` in a process of its own, killed and started again on one data folder and one port.
final class ServeProcess implements AutoCloseable {
    static final String KEY = "a key for the test and nothing else";

    private static final long READY_WITHIN_NS = TimeUnit.MINUTES.toNanos(3);
    private static final long LOOK_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Path folder;
    private final Path dataFolder;
    private final VenueProcess venue;
    private final ServeSettings settings;
    private final Program program;
    private final int port;
    private final long startedNs;
    private final ApiClient client;

    private ServeProcess(Path folder, Path dataFolder, VenueProcess venue, ServeSettings settings, int wantedPort)
            throws IOException {
        this.folder = folder;
        this.dataFolder = dataFolder;
        this.venue = venue;
        this.settings = settings;
        this.startedNs = System.nanoTime();
        this.program = launch(folder, dataFolder, venue, settings, wantedPort);
        URI url = URI.create(program.firstLine().get("url").stringValue());
        this.port = url.getPort();
        this.client = new ApiClient(url, KEY);
    }

    /// Starts it on a free port and waits until clients can connect, which is before the venue is open.
    static ServeProcess start(Path folder, VenueProcess venue, ServeSettings settings) throws IOException {
        return start(folder, folder.resolve("data"), venue, settings);
    }

    static ServeProcess start(Path folder, Path dataFolder, VenueProcess venue, ServeSettings settings)
            throws IOException {
        return new ServeProcess(folder, dataFolder, venue, settings, 0);
    }

    private static Program launch(Path folder, Path dataFolder, VenueProcess venue, ServeSettings settings, int port)
            throws IOException {
        Path file = folder.resolve("serve.toml");
        Files.writeString(file, settings.toml(dataFolder, port, venue.rest(), venue.socket()));
        return Program.start(
                folder.resolve("serve.log"), venue.credentials(), "serve", "--json", "--config", file.toString());
    }

    /// Kills it if it is not dead yet, and starts it at once.
    ServeProcess killAndStart() throws IOException, InterruptedException {
        program.kill();
        client.close();
        return new ServeProcess(folder, dataFolder, venue, settings, port);
    }

    void kill() throws InterruptedException {
        program.kill();
    }

    /// Waits until an order would be taken.
    ///
    /// @return how long that took since the process was started, ms
    long awaitReady() {
        while (!isReady()) {
            if (!program.isAlive() || System.nanoTime() - startedNs > READY_WITHIN_NS) {
                throw new AssertionError("not ready:\n" + program.tail());
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
    }

    boolean isReady() {
        try {
            return client.ask("GET", "/ready", Optional.empty()).isGood();
        } catch (IOException down) {
            return false;
        }
    }

    boolean isAlive() {
        return program.isAlive();
    }

    /// How many events there are by now, as `/health` tells.
    int eventCount() throws IOException {
        return client.ask("GET", "/health", Optional.empty())
                .body()
                .get("events")
                .intValue();
    }

    /// When the process was started, by `System.nanoTime()`.
    long startedNs() {
        return startedNs;
    }

    /// Waits until it has ended by itself.
    int exitStatus() throws InterruptedException {
        return program.exitStatus();
    }

    ApiClient client() {
        return client;
    }

    Path dataFolder() {
        return dataFolder;
    }

    String tail() {
        return program.tail();
    }

    @Override
    public void close() {
        program.close();
        client.close();
        // A killed driver leaves its folder in shared memory.
        IoUtil.delete(NodeSettings.in(dataFolder).cluster().driverFolder().toFile(), true);
    }
}
