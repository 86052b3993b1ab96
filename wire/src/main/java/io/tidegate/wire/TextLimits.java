package io.tidegate.wire;

/// How many bytes of UTF-8 a text may have, by its kind.
///
/// They are such that each message fits into 8,192 bytes with all of its texts at their longest, and that what the
/// core says about a command has room for what the command said: no command that was taken can lead to an event that
/// cannot be written.
final class TextLimits {
    /// Names, keys, ids and codes; `model` bounds them at 64 characters and less.
    static final int NAME = 256;
    /// What a sender says in a command: a reason, a look-up, a venue's words.
    static final int SENTENCE = 1_024;
    /// What an event says, which may quote a sentence and say whose it was.
    static final int EXPLANATION = 2_048;
    /// A client's metadata.
    static final int METADATA = 4_096;
    /// A foreign message as it came: 2,000 characters.
    static final int RAW = 6_000;

    private TextLimits() {}
}
