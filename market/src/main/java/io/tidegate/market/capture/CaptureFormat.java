package io.tidegate.market.capture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The words of the format, known to writer and reader alone.
final class CaptureFormat {
    /// Ends the name of each file.
    static final String EXTENSION = ".jsonl.gz";

    /// Begins each line that is none of the venue's.
    static final char OURS = '#';

    static final String HEAD = "#tidegate-recording 1 ";
    static final String CHECK = "#check ";
    static final String END = "#end ";
    static final String LOST = "#lost ";

    /// Begins a message that would not fit into a line as it is.
    static final char ENCODED = '=';

    private CaptureFormat() {}

    /// Whether a message can stand in a line as it is: it is not empty, breaks no line, and is not mistaken for an
    /// encoded one.
    static boolean isPlain(byte[] message) {
        if (message.length == 0 || message[0] == ENCODED) {
            return false;
        }
        for (byte one : message) {
            if (one == '\n' || one == '\r') {
                return false;
            }
        }
        return true;
    }

    static byte[] encoded(byte[] message) {
        return (ENCODED + Base64.getEncoder().encodeToString(message)).getBytes(StandardCharsets.US_ASCII);
    }

    /// `lines=12 crc32c=00ab34cd`, of all that stands before.
    static String sums(long lines, long crc) {
        return "lines=" + lines + " crc32c=" + String.format("%08x", crc);
    }
}
