package io.tidegate.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A configuration as it is written, and where everything stands in it.
///
/// @param lines by path
record ConfigTree(ObjectNode root, Map<String, Integer> lines) {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /// Reads TOML.
    ///
    /// @throws JacksonException when it is none; knows the line
    static ConfigTree toml(String text) {
        return new ConfigTree(object(new TomlMapper().readTree(text)), TomlLines.of(text));
    }

    /// Reads YAML.
    ///
    /// @throws JacksonException when it is none; knows the line
    static ConfigTree yaml(String text) {
        ObjectNode root = object(YAML.readTree(text));
        var lines = new LinkedHashMap<String, Integer>();
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() != null) {
                walk(parser, "", lines);
            }
        }
        return new ConfigTree(root, lines);
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : new TomlMapper().createObjectNode();
    }

    private static void walk(JsonParser parser, String path, Map<String, Integer> lines) {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                lines.putIfAbsent(
                        path.isEmpty() ? name : path + "." + name,
                        parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                walk(parser, path.isEmpty() ? name : path + "." + name, lines);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                walk(parser, path + "[" + index + "]", lines);
            }
        }
    }

    /// The line of a path, or of the nearest thing around it; 1 where nothing is known.
    int line(String path) {
        String at = path;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = cut < 0 ? "" : at.substring(0, cut);
        }
        return 1;
    }
}
