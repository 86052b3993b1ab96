package io.tidegate.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.app.client.ApiClient;
import io.tidegate.app.config.NodeSettings;
import io.tidegate.cluster.ClusterNode;
import io.tidegate.core.Engine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecordsCommandTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void startedAgainItGoesOnBehindTheLastEventThatItKept() throws Exception {
        Path data = folder.resolve("data");
        var settings = NodeSettings.in(data).withSyncLevel(0).cluster().withReserveBytes(0);
        try (var node = ClusterNode.start(settings, Engine::new, (_, _) -> {})) {
            assertThat(node.awaitReady(Duration.ofSeconds(30))).isTrue();
            JsonNode first = records(data);
            JsonNode second = records(data);
            assertThat(first.get("lastEvent").longValue())
                    .isPositive()
                    .isEqualTo(first.get("events").longValue());
            assertThat(second.get("lastEvent").longValue())
                    .isEqualTo(first.get("lastEvent").longValue()
                            + second.get("events").longValue());
        }
    }

    @Test
    void withoutANodeItSaysSo() {
        var out = new ByteArrayOutputStream();
        int status = run(out, "records", "--data-folder", folder.resolve("none").toString(), "--out", "none");
        assertThat(status).isEqualTo(1);
    }

    private JsonNode records(Path data) {
        var out = new ByteArrayOutputStream();
        String to = folder.resolve("records").toString();
        assertThat(run(out, "records", "--data-folder", data.toString(), "--out", to, "--seconds", "2", "--json"))
                .isZero();
        return ApiClient.MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static int run(ByteArrayOutputStream out, String... arguments) {
        return Tidegate.commandLine(new PrintStream(out, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }
}
