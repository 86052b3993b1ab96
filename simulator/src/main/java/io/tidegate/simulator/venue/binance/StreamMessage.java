package io.tidegate.simulator.venue.binance;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client of the market streams sends: `{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":1}`.
///
/// @param id     JSON text of the id: an integer, a string of at most 36 characters, or `null`
/// @param params names of streams, or a property and its value; JSON values
record StreamMessage(String id, String method, List<JsonNode> params) {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(128_000)
                            .maxStringLength(4_000)
                            .maxNestingDepth(4)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .build();

    /// Empty when it is no JSON object.
    static Optional<StreamMessage> parse(byte[] frame) {
        try {
            JsonNode message = MAPPER.readTree(frame);
            if (!message.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new StreamMessage(
                    idText(message.path("id")),
                    message.path("method").asString(""),
                    message.path("params").isArray()
                            ? message.get("params").valueStream().toList()
                            : List.of()));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static String idText(JsonNode id) {
        boolean isText = id.isString() && id.asString().length() <= 36;
        return isText || id.isIntegralNumber() ? id.toString() : "null";
    }

    /// Streams by name; empty when a parameter is no text.
    Optional<List<String>> streams() {
        return params.stream().allMatch(JsonNode::isString)
                ? Optional.of(params.stream().map(JsonNode::asString).toList())
                : Optional.empty();
    }
}
