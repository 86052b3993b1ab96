package io.tidegate.market.capture;

/// When a recording begins its next file, and how often it is summed up and safe on disk.
///
/// @param partBytesMax bytes of a file before compression, at least 1
/// @param partNsMax    time from a file's first message to its last
/// @param checkLines   lines between two sums, at least 1
public record CaptureSettings(long partBytesMax, long partNsMax, int checkLines) {
    public CaptureSettings {
        if (partBytesMax < 1 || partNsMax < 1 || checkLines < 1) {
            throw new IllegalArgumentException("recording: " + partBytesMax + " bytes, " + partNsMax + " ns, "
                    + checkLines + " lines: expected numbers above 0");
        }
    }

    /// A file an hour or a gigabyte, sums every 1,000 lines.
    public static CaptureSettings usual() {
        return new CaptureSettings(1L << 30, 3_600_000_000_000L, 1_000);
    }
}
