package io.tidegate.app.config;

/// A text that is never printed. A class and not a record, so that nothing shows it by accident.
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /// The text itself, for the one who signs with it.
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
