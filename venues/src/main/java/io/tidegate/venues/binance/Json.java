package io.tidegate.venues.binance;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON of the venue, read strictly and within limits; numbers never become binary floating point.
final class Json {
    /// 1,000 trades are about 250 KB, an account with every asset about 100 KB.
    private static final int DOCUMENT_BYTES_MAX = 16 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(DOCUMENT_BYTES_MAX)
                            .maxStringLength(10_000)
                            .maxNameLength(200)
                            .maxNestingDepth(20)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// @throws Drift when it is not one JSON value within the limits
    static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException notJson) {
            throw new Drift("not JSON: " + notJson.getOriginalMessage());
        }
    }

    /// Text as a JSON string, quotes included.
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
