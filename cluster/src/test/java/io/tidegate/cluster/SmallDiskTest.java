package io.tidegate.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.StorageChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real file system of 400 MB that fills up; only where mounting is allowed.
@Tag("slow")
class SmallDiskTest {
    private static final long RESERVE_BYTES = 200L << 20;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void ordersStopWhileThereIsStillRoomForEverythingElse() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString()) == 0, "mounting is refused");
        var ending = new Ending();
        try (var _ = ClusterNode.start(
                        Nodes.config(disk).withReserveBytes(RESERVE_BYTES),
                        TallyMachine::new,
                        ending,
                        FreeSpace.of(disk));
                var client = Client.fromStart(disk)) {
            while (!client.hasSeen(StorageChanged.class) || !isLow(client)) {
                client.marks(client.seen() + 500);
            }
            client.send(StorageTest.ORDER);
            assertThat(client.hasSeen(CommandRefused.class)).isTrue();
            client.marks(client.seen() + 5_000);
            assertThat(FreeSpace.of(disk).bytes()).isGreaterThan(RESERVE_BYTES / 2);
            assertThat(ending.hasCome()).isFalse();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean isLow(Client client) {
        for (var event : client.recent()) {
            if (event instanceof StorageChanged changed && changed.low()) {
                return true;
            }
        }
        return false;
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
