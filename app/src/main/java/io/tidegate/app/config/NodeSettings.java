package io.tidegate.app.config;

import io.tidegate.cluster.ClusterConfig;
import io.tidegate.cluster.IdleProfile;
import java.nio.file.Path;

/// The member of the log that runs in this process.
///
/// @param dataFolder    where log, events and snapshots live
/// @param syncLevel     0: survives the death of the process; 1: every entry is flushed to disk; 2: metadata too
/// @param profile       how threads wait
/// @param eventMb       how much of the event stream stays readable at least, MB
/// @param reserveMb     new orders are refused while less than this is free on the disk, MB
/// @param snapshotMb    a snapshot is taken when the log has grown by so much, MB
/// @param endedOrders   how many ended orders the interface keeps
/// @param stopWithinMs  how long a stop waits for what is under way
public record NodeSettings(
        Path dataFolder,
        int syncLevel,
        IdleProfile profile,
        long eventMb,
        long reserveMb,
        long snapshotMb,
        int endedOrders,
        int stopWithinMs) {
    private static final int SNAPSHOTS_KEPT = 3;

    /// The defaults in that folder.
    public static NodeSettings in(Path dataFolder) {
        return new NodeSettings(dataFolder, 1, IdleProfile.SHARED, 4_096, 1_024, 256, 100_000, 5_000);
    }

    /// The same with another sync level.
    public NodeSettings withSyncLevel(int level) {
        return new NodeSettings(dataFolder, level, profile, eventMb, reserveMb, snapshotMb, endedOrders, stopWithinMs);
    }

    /// The same as the cluster wants it.
    public ClusterConfig cluster() {
        return ClusterConfig.in(dataFolder)
                .withSyncLevel(syncLevel)
                .withIdle(profile)
                .withRetention(snapshotMb << 20, SNAPSHOTS_KEPT, eventMb << 20)
                .withReserveBytes(reserveMb << 20);
    }
}
