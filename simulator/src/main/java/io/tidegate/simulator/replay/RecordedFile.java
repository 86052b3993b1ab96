package io.tidegate.simulator.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one file of a recording: lines of `<nanoseconds since 1970 UTC> <JSON as the venue sent it>`, gzip. A line
/// that begins with `#` is the recorder's own; messages that say nothing about book or trades are passed over.
///
/// A snapshot of the book bears no symbol: it is told by the request that stands with it, or belongs to the one symbol
/// of the file.
final class RecordedFile implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final BufferedReader reader;
    private String symbol = "";
    private long line;

    RecordedFile(Path file) throws IOException {
        this.file = file;
        reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
    }

    /// The next message about book or trades; empty at the end.
    ///
    /// @throws IOException when the file cannot be read, or a line is none of a recording; says which
    Optional<Recorded> next() throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            int space = text.indexOf(' ');
            if (text.isEmpty() || text.charAt(0) == '#') {
                continue;
            }
            if (space < 0) {
                throw new IOException(file + ":" + line + ": expected a time and a message");
            }
            if (text.startsWith("{", space + 1)) {
                var recorded = read(text, space);
                if (recorded.isPresent()) {
                    return recorded;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Recorded> read(String text, int space) throws IOException {
        try {
            long receivedNs = Long.parseLong(text.substring(0, space));
            JsonNode message = JSON.readTree(text.substring(space + 1));
            if (message.has("lastUpdateId")) {
                return symbol.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Recorded(receivedNs, Recorded.Kind.SNAPSHOT, symbol, message));
            }
            if (message.has("request")) {
                return answer(receivedNs, message);
            }
            JsonNode data = message.has("data") ? message.get("data") : message;
            return kind(data).map(kind -> {
                symbol = data.path("s").asString("");
                return new Recorded(receivedNs, kind, symbol, data);
            });
        } catch (NumberFormatException | JacksonException malformed) {
            throw new IOException(file + ":" + line + ": expected a time and a JSON message", malformed);
        }
    }

    private static Optional<Recorded> answer(long receivedNs, JsonNode message) {
        String request = message.get("request").asString("");
        int at = request.indexOf("symbol=");
        if (at < 0 || !request.contains("/depth?") || !message.path("answer").has("lastUpdateId")) {
            return Optional.empty();
        }
        String name =
                request.substring(at + "symbol=".length()).split("&", -1)[0].toUpperCase(Locale.ROOT);
        return Optional.of(new Recorded(receivedNs, Recorded.Kind.SNAPSHOT, name, message.get("answer")));
    }

    private static Optional<Recorded.Kind> kind(JsonNode data) {
        return switch (data.path("e").asString("")) {
            case "depthUpdate" -> Optional.of(Recorded.Kind.DIFFERENCE);
            case "trade" -> Optional.of(Recorded.Kind.TRADE);
            case "" -> data.has("u") && data.has("B") ? Optional.of(Recorded.Kind.BEST) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
