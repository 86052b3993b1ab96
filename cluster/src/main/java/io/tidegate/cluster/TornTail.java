package io.tidegate.cluster;

import io.aeron.archive.ArchiveTool;
import io.aeron.archive.client.ArchiveException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repairs what a power failure or a kill in the middle of a write leaves behind: a last frame that is not whole.
///
/// The archive refuses to start on a frame that crosses a page, ends in zeros and has a wrong checksum (Aeron issue
/// 1812). Such a frame was never acknowledged, so it is cut off, with a line in the operator's log. Frames whose
/// checksum is right are kept, zeros or not.
final class TornTail {
    private static final Logger LOG = LoggerFactory.getLogger(TornTail.class);
    private static final String SIGN = "incomplete last fragment";

    private TornTail() {}

    /// Starts an archive; when it refuses for a torn tail, cuts that off and starts again.
    ///
    /// @throws IllegalStateException when a recording is damaged elsewhere too; says which
    static <T> T repairing(Path archiveFolder, Supplier<T> start) {
        try {
            return start.get();
        } catch (ArchiveException refusal) {
            if (!String.valueOf(refusal.getMessage()).contains(SIGN)) {
                throw refusal;
            }
            repair(archiveFolder);
            return start.get();
        }
    }

    private static void repair(Path archiveFolder) {
        var report = new ByteArrayOutputStream();
        boolean isSound = ArchiveTool.verify(
                new PrintStream(report, true, StandardCharsets.UTF_8),
                archiveFolder.toFile(),
                EnumSet.of(ArchiveTool.VerifyOption.APPLY_CHECKSUM),
                "org.agrona.checksum.Crc32c",
                segment -> {
                    LOG.warn("segment={} cutting off a last frame that was never written whole", segment);
                    return true;
                });
        if (!isSound) {
            throw new IllegalStateException("the archive in " + archiveFolder + " is damaged: "
                    + report.toString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.contains("ERR"))
                            .toList());
        }
    }
}
