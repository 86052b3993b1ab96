package io.tidegate.app.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a running `serve`.
public final class ApiClient implements AutoCloseable {
    /// JSON as it comes, for answers of any length.
    public static final JsonMapper MAPPER = new JsonMapper();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(75); // longer than any wait that can be asked for

    private final URI origin;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /// What came back.
    ///
    /// @param status HTTP status
    public record Answer(int status, JsonNode body) {
        public boolean isGood() {
            return status < 300;
        }

        /// A field of the answer as text, "" where there is none.
        public String text(String field) {
            JsonNode node = body.get(field);
            return node == null ? "" : node.isString() ? node.stringValue() : node.toString();
        }
    }

    /// @param origin such as `http://127.0.0.1:8080`
    /// @param key    our key there
    public ApiClient(URI origin, String key) {
        this.origin = origin;
        this.key = key;
    }

    /// Asks and waits.
    ///
    /// @param target path and query, percent-encoded
    /// @throws IOException when there is no answer, or one that is no JSON
    public Answer ask(String method, String target, Optional<JsonNode> body) throws IOException {
        HttpRequest.BodyPublisher publisher = body.map(json -> HttpRequest.BodyPublishers.ofString(json.toString()))
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(target))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()));
        } catch (JacksonException notJson) {
            throw new IOException("no JSON from " + origin + target, notJson);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
