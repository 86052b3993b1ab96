package io.tidegate.api.words;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The body of a request as a JSON object, or why it is none.
public sealed interface Body {
    /// Most bytes of a body.
    int MAX_BYTES = 65_536;

    JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .maxStringLength(20_000)
                            .maxNameLength(200)
                            .maxNestingDepth(20)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// A JSON object, its names not yet looked at.
    record Whole(ObjectNode object) implements Body {}

    /// No JSON object.
    record Unreadable(FieldProblem problem) implements Body {}

    /// Reads strict UTF-8, one object, no name twice, nothing behind it.
    static Body read(byte[] bytes) {
        if (bytes.length == 0) {
            return new Unreadable(new FieldProblem("", "a body with a JSON object", ""));
        }
        if (bytes.length > MAX_BYTES) {
            return new Unreadable(new FieldProblem("", "at most " + MAX_BYTES + " bytes", bytes.length + " bytes"));
        }
        try {
            // Jackson would guess at UTF-16 and UTF-32 by itself.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = MAPPER.readTree(text);
            return node instanceof ObjectNode object
                    ? new Whole(object)
                    : new Unreadable(new FieldProblem(
                            "", "a JSON object", node.getNodeType().name()));
        } catch (CharacterCodingException notUtf8) {
            return new Unreadable(new FieldProblem("", "UTF-8", bytes.length + " bytes that are not"));
        } catch (JacksonException malformed) {
            return new Unreadable(new FieldProblem("", "JSON: " + reason(malformed), ""));
        }
    }

    private static String reason(JacksonException malformed) {
        String message = String.valueOf(malformed.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("malformed");
        var at = malformed.getLocation();
        return (message.length() > 200 ? message.substring(0, 200) + "…" : message)
                + (at == null || at.getLineNr() < 0 ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr());
    }
}
