package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Data that is kept beside the project and not in it: the folder of the system property `tidegate.shared`,
/// by default `../shared`. Tests that need it are skipped without it, and say so.
final class Shared {
    private static final Path FOLDER =
            Path.of(System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"));

    private Shared() {}

    static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /// Skips the test that asks when it is not there.
    static Path needed(String name) {
        Path path = path(name);
        assumeTrue(
                Files.exists(path),
                () -> "SKIPPED: " + path.toAbsolutePath().normalize()
                        + " is not there; set the system property tidegate.shared to the folder that holds " + name);
        return path;
    }
}
