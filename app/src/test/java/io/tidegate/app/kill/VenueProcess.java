package io.tidegate.app.kill;

import io.tidegate.app.client.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The simulated Binance in a process of its own: it lives on while ours are killed, and knows what really happened.
final class VenueProcess implements AutoCloseable {
    private final Program program;
    private final JsonNode doors;
    private final ApiClient client;

    private VenueProcess(Program program) {
        this.program = program;
        this.doors = program.firstLine();
        this.client = new ApiClient(URI.create(rest()), "none");
    }

    static VenueProcess start(Path folder, long seed) {
        return new VenueProcess(Program.start(
                folder.resolve("sim.log"),
                Map.of(),
                "sim",
                "--json",
                "--limits",
                "generous",
                "--seed",
                Long.toString(seed)));
    }

    String rest() {
        return doors.get("rest").stringValue();
    }

    String socket() {
        return doors.get("ws").stringValue();
    }

    /// For the environment of a client.
    Map<String, String> credentials() {
        return Map.of(
                "VENUE_KEY", doors.get("key").stringValue(),
                "VENUE_SECRET", doors.get("secret").stringValue());
    }

    /// What really happened to our account, as `GET /tidegate/truth` tells it.
    JsonNode truth() throws IOException {
        return truth("/tidegate/truth");
    }

    /// The same without the lists that grow with the traffic.
    JsonNode summary() throws IOException {
        return truth("/tidegate/truth?summary=true");
    }

    private JsonNode truth(String target) throws IOException {
        return client.ask("GET", target, Optional.empty())
                .body()
                .get("accounts")
                .get(0);
    }

    @Override
    public void close() {
        client.close();
        program.close();
    }
}
