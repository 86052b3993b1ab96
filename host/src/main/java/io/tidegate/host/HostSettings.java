package io.tidegate.host;

/// What a host must be told, alike on all members: another value writes another history.
///
/// @param termBytes         length of a term of the event stream, a power of two from 128 KB, so that the longest
///                          event is an eighth of it at most; fixed for the life
///     of a log
/// @param imageLinesPerTurn how many lines of an image go out behind each entry of the log, from 1
/// @param rulesOldest       the oldest version of the rules that the hosted state machine still reproduces
/// @param rulesNewest       the newest one it knows
public record HostSettings(int termBytes, int imageLinesPerTurn, int rulesOldest, int rulesNewest) {
    private static final int TERM_BYTES_MIN = 1 << 17;
    private static final int TERM_BYTES_MAX = 1 << 30;

    public HostSettings {
        if (Integer.bitCount(termBytes) != 1 || termBytes < TERM_BYTES_MIN || termBytes > TERM_BYTES_MAX) {
            throw new IllegalArgumentException("term of " + termBytes + " bytes; a power of two from 2^17 to 2^30");
        }
        if (imageLinesPerTurn < 1) {
            throw new IllegalArgumentException(imageLinesPerTurn + " image lines per turn; at least 1");
        }
        if (rulesOldest > rulesNewest) {
            throw new IllegalArgumentException("rules from " + rulesOldest + " to " + rulesNewest + ": none");
        }
    }

    /// Terms of 16 MB, 32 image lines per turn, the first rules only.
    public static HostSettings defaults() {
        return new HostSettings(16 << 20, 32, 1, 1);
    }

    /// The same for a state machine that reproduces those versions.
    public HostSettings withRules(int oldest, int newest) {
        return new HostSettings(termBytes, imageLinesPerTurn, oldest, newest);
    }

    /// The same with terms of that length.
    public HostSettings withTermBytes(int bytes) {
        return new HostSettings(bytes, imageLinesPerTurn, rulesOldest, rulesNewest);
    }

    /// The same with images at that speed.
    public HostSettings withImageLinesPerTurn(int lines) {
        return new HostSettings(termBytes, lines, rulesOldest, rulesNewest);
    }

    boolean reproduces(int rulesVersion) {
        return rulesVersion >= rulesOldest && rulesVersion <= rulesNewest;
    }
}
