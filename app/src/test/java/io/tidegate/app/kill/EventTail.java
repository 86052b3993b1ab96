package io.tidegate.app.kill;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.collections.MutableLong;

/// The event stream in the data folder of a `serve` that is dead, opened to lose its end as a power failure without a
/// flush does.
final class EventTail {
    private static final String ALIAS = "alias=tidegate-events";
    private static final int STREAM_ID = 2_001;
    private static final String IPC = "aeron:ipc";

    private EventTail() {}

    /// Loses everything behind that position.
    static void cut(Path dataFolder, Path driverFolder, long position) throws IOException {
        Path archiveFolder = dataFolder.resolve("archive");
        Files.deleteIfExists(archiveFolder.resolve("archive-mark.dat")); // of the process that was killed
        var driver = new MediaDriver.Context()
                .aeronDirectoryName(driverFolder.toString())
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .threadingMode(ThreadingMode.SHARED);
        var archive = new Archive.Context()
                .aeronDirectoryName(driverFolder.toString())
                .archiveDir(archiveFolder.toFile())
                .threadingMode(ArchiveThreadingMode.SHARED)
                .controlChannelEnabled(false)
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(IPC))
                .replicationChannel("aeron:udp?endpoint=127.0.0.1:0")
                .recordingEventsEnabled(false)
                .recordChecksum(Checksums.crc32c());
        var client = new AeronArchive.Context()
                .aeronDirectoryName(driverFolder.toString())
                .controlRequestChannel(IPC)
                .controlResponseChannel(IPC);
        try (var _ = MediaDriver.launch(driver);
                var _ = Archive.launch(archive);
                var control = AeronArchive.connect(client)) {
            control.truncateRecording(recording(control), position);
        }
    }

    private static long recording(AeronArchive control) {
        var found = new MutableLong(-1);
        control.listRecordingsForUri(
                0, 10, ALIAS, STREAM_ID, (_, _, id, _, _, _, _, _, _, _, _, _, _, _, _, _) -> found.set(id));
        return found.get();
    }
}
