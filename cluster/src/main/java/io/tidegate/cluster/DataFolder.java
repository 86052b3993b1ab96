package io.tidegate.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The data folder, held by this process alone.
///
/// The kernel frees the lock when the process dies, however it dies. With the lock in hand nobody else can be alive
/// behind Aeron's mark files, so these are removed: Aeron would believe for ten seconds after a kill that they
/// are in use. Term and vote are not in them but in `node-state.dat`.
final class DataFolder implements AutoCloseable {
    private static final List<String> MARKS =
            List.of("archive/archive-mark.dat", "cluster/cluster-mark.dat", "cluster/cluster-mark-service-0.dat");

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws IllegalStateException when another process, or another node of this one, holds the folder
    static DataFolder lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new IllegalStateException("data folder " + folder + " is in use by another node");
            }
            for (var mark : MARKS) {
                Files.deleteIfExists(folder.resolve(mark));
            }
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + folder, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("unlocking the data folder", e);
        }
    }
}
