package io.tidegate.simulator.venue.binance;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// One request of the WebSocket API: `{"id":…,"method":"…","params":{…}}`.
///
/// @param id JSON text of the id: a number, a string of at most 36 characters, or `null`
record SocketMessage(String id, String method, Parameters parameters) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(64_000)
                    .maxStringLength(4_000)
                    .maxNestingDepth(8)
                    .maxNumberLength(60)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// Empty when it is no such request.
    static Optional<SocketMessage> parse(byte[] text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? envelope(parser) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<SocketMessage> envelope(JsonParser parser) {
        String id = "null";
        String method = "";
        Map<String, String> sent = new LinkedHashMap<>();
        Set<String> bareNumbers = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> id = idText(parser, value);
                case "method" -> method = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                case "params" -> {
                    if (value != JsonToken.START_OBJECT || !readParameters(parser, sent, bareNumbers)) {
                        return Optional.empty();
                    }
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        boolean isWhole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        return isWhole && !method.isEmpty() && !id.isEmpty()
                ? Optional.of(new SocketMessage(id, method, new Parameters(sent, bareNumbers)))
                : Optional.empty();
    }

    private static String idText(JsonParser parser, JsonToken value) {
        return switch (value) {
            case VALUE_NULL -> "null";
            case VALUE_NUMBER_INT -> parser.getString();
            case VALUE_STRING -> parser.getString().length() <= 36 ? quoted(parser.getString()) : "";
            default -> "";
        };
    }

    private static boolean readParameters(JsonParser parser, Map<String, String> sent, Set<String> bareNumbers) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> sent.put(name, parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    sent.put(name, parser.getString());
                    bareNumbers.add(name);
                }
                case START_ARRAY -> sent.put(name, arrayText(parser));
                default -> {
                    return false;
                }
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT;
    }

    /// An array of strings as the text that a query string would carry: `["A","B"]`.
    private static String arrayText(JsonParser parser) {
        var text = new StringBuilder("[");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            text.append(text.length() == 1 ? "" : ",").append(quoted(parser.getString()));
        }
        return text.append(']').toString();
    }

    private static String quoted(String text) {
        var json = new Json(false);
        json.text(text);
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }
}
