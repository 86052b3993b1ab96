package io.tidegate.cluster;

import io.tidegate.host.HostSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;

/// One member's settings.
///
/// @param dataFolder            where log, events, snapshots and lock live; one node per folder
/// @param syncLevel             0: an acknowledged entry survives the death of the process; 1 (default): it was
///     flushed to disk, data only; 2: with file metadata too
/// @param idle                  how threads wait
/// @param host                  what all members must agree on; its term length is that of the event stream
/// @param heartbeat             how often a heartbeat goes through the log; default 1 s
/// @param echoTimeout           the process ends when a heartbeat has not come back for so long; default 3 s
/// @param snapshotLogBytes      a snapshot is taken when the log has grown by so much; default 256 MB
/// @param snapshotsKept         how many snapshots stay, from 1; default 3
/// @param eventBytesKept        how much of the event stream stays readable at least; default 4 GB
/// @param reserveBytes          new orders are refused while less than this is free on the disk; default 1 GB
/// @param skippedLogPositions   ends of log entries that an operator has decided to pass over (SPEC HA-5)
public record ClusterConfig(
        Path dataFolder,
        int syncLevel,
        IdleProfile idle,
        HostSettings host,
        Duration heartbeat,
        Duration echoTimeout,
        long snapshotLogBytes,
        int snapshotsKept,
        long eventBytesKept,
        long reserveBytes,
        Set<Long> skippedLogPositions) {
    private static final long MEGABYTE = 1L << 20;

    public ClusterConfig {
        var problems = new ArrayList<String>();
        check(problems, syncLevel >= 0 && syncLevel <= 2, "syncLevel is " + syncLevel + ", 0 to 2 expected");
        check(problems, heartbeat.isPositive(), "heartbeat is " + heartbeat + ", a time span expected");
        check(
                problems,
                echoTimeout.compareTo(heartbeat) > 0,
                "echoTimeout is " + echoTimeout + ", more than the heartbeat's " + heartbeat + " expected");
        check(problems, snapshotLogBytes > 0, "snapshotLogBytes is " + snapshotLogBytes + ", more than 0 expected");
        check(problems, snapshotsKept > 0, "snapshotsKept is " + snapshotsKept + ", at least 1 expected");
        check(problems, eventBytesKept >= 0, "eventBytesKept is " + eventBytesKept + ", at least 0 expected");
        check(problems, reserveBytes >= 0, "reserveBytes is " + reserveBytes + ", at least 0 expected");
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        dataFolder = dataFolder.toAbsolutePath().normalize();
        skippedLogPositions = Set.copyOf(skippedLogPositions);
    }

    private static void check(ArrayList<String> problems, boolean isGood, String problem) {
        if (!isGood) {
            problems.add(problem);
        }
    }

    /// The defaults, in that folder.
    public static ClusterConfig in(Path dataFolder) {
        return new ClusterConfig(
                dataFolder,
                1,
                IdleProfile.SHARED,
                HostSettings.defaults(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                256 * MEGABYTE,
                3,
                4_096 * MEGABYTE,
                1_024 * MEGABYTE,
                Set.of());
    }

    public ClusterConfig withSyncLevel(int level) {
        return new ClusterConfig(
                dataFolder,
                level,
                idle,
                host,
                heartbeat,
                echoTimeout,
                snapshotLogBytes,
                snapshotsKept,
                eventBytesKept,
                reserveBytes,
                skippedLogPositions);
    }

    public ClusterConfig withIdle(IdleProfile profile) {
        return new ClusterConfig(
                dataFolder,
                syncLevel,
                profile,
                host,
                heartbeat,
                echoTimeout,
                snapshotLogBytes,
                snapshotsKept,
                eventBytesKept,
                reserveBytes,
                skippedLogPositions);
    }

    public ClusterConfig withHost(HostSettings settings) {
        return new ClusterConfig(
                dataFolder,
                syncLevel,
                idle,
                settings,
                heartbeat,
                echoTimeout,
                snapshotLogBytes,
                snapshotsKept,
                eventBytesKept,
                reserveBytes,
                skippedLogPositions);
    }

    public ClusterConfig withHeartbeat(Duration interval, Duration timeout) {
        return new ClusterConfig(
                dataFolder,
                syncLevel,
                idle,
                host,
                interval,
                timeout,
                snapshotLogBytes,
                snapshotsKept,
                eventBytesKept,
                reserveBytes,
                skippedLogPositions);
    }

    public ClusterConfig withRetention(long logBytes, int snapshots, long eventBytes) {
        return new ClusterConfig(
                dataFolder,
                syncLevel,
                idle,
                host,
                heartbeat,
                echoTimeout,
                logBytes,
                snapshots,
                eventBytes,
                reserveBytes,
                skippedLogPositions);
    }

    public ClusterConfig withReserveBytes(long bytes) {
        return new ClusterConfig(
                dataFolder,
                syncLevel,
                idle,
                host,
                heartbeat,
                echoTimeout,
                snapshotLogBytes,
                snapshotsKept,
                eventBytesKept,
                bytes,
                skippedLogPositions);
    }

    public ClusterConfig withSkippedLogPositions(Set<Long> positions) {
        return new ClusterConfig(
                dataFolder,
                syncLevel,
                idle,
                host,
                heartbeat,
                echoTimeout,
                snapshotLogBytes,
                snapshotsKept,
                eventBytesKept,
                reserveBytes,
                positions);
    }

    /// Where Aeron Archive keeps its recordings.
    Path archiveFolder() {
        return dataFolder.resolve("archive");
    }

    /// Where Aeron Cluster keeps its vote, its list of snapshots, and its marks.
    Path clusterFolder() {
        return dataFolder.resolve("cluster");
    }

    /// Where segments of log and events go that are no longer needed for a start.
    Path purgedFolder() {
        return dataFolder.resolve("purged");
    }

    /// Where registered readers keep how far they are.
    Path readersFolder() {
        return dataFolder.resolve("readers");
    }

    /// The driver's folder in shared memory. Named after the data folder, so that two nodes do not meet and a
    /// node that was killed finds and replaces its own.
    public Path driverFolder() {
        return driverFolder(dataFolder);
    }

    static Path driverFolder(Path dataFolder) {
        var shared = Path.of("/dev/shm");
        var parent = shared.toFile().isDirectory() ? shared : Path.of(System.getProperty("java.io.tmpdir"));
        int hash = dataFolder.toAbsolutePath().normalize().toString().hashCode();
        return parent.resolve("tidegate-" + System.getProperty("user.name") + "-" + dataFolder.getFileName() + "-"
                + Integer.toHexString(hash));
    }
}
