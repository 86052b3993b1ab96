package io.tidegate.venues.binance;

/// Foreign text as it may be kept and shown: bounded, and without our API key.
final class RawText {
    private static final int RAW_CHARACTERS_MAX = 2_000;
    private static final int WORDS_CHARACTERS_MAX = 200;

    private final String apiKey;

    RawText(String apiKey) {
        this.apiKey = apiKey;
    }

    /// A whole message, at most 2,000 characters.
    String raw(String text) {
        return clipped(text.replace(apiKey, "***"), RAW_CHARACTERS_MAX);
    }

    /// The venue's words for a person, at most 200 characters.
    String words(String text) {
        return clipped(text.replace(apiKey, "***"), WORDS_CHARACTERS_MAX);
    }

    private static String clipped(String text, int charactersMax) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax - 1) + "…";
    }
}
