package io.tidegate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// How much a folder really takes: files of the log are as long as a segment from the start, and mostly holes.
final class Disk {
    private static final long BYTES_PER_KB = 1_024;
    private static final Pattern FIRST_NUMBER = Pattern.compile("^(\\d+)");

    private Disk() {}

    /// Blocks in use under a folder, in bytes, as `du` counts them.
    static long usedBytes(Path folder) throws IOException {
        Process du = new ProcessBuilder(List.of("du", "-sk", folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD) // files come and go under it
                .start();
        String answer = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var number = FIRST_NUMBER.matcher(answer);
        if (!number.find()) {
            throw new IOException("du says nothing of " + folder + ": " + answer);
        }
        return Long.parseLong(number.group(1)) * BYTES_PER_KB;
    }
}
