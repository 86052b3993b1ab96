package io.tidegate.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room is left on the disk under the log.
@FunctionalInterface
public interface FreeSpace {
    /// Bytes that this process may still write.
    long bytes();

    /// That of the file system on which a folder lies.
    static FreeSpace of(Path folder) {
        return () -> {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                throw new UncheckedIOException("free space of " + folder, e);
            }
        };
    }
}
