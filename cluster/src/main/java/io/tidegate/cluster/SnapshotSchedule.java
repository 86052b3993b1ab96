package io.tidegate.cluster;

import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ClusterControl.ToggleState;
import java.util.function.LongSupplier;
import org.agrona.concurrent.status.CountersReader;

/// When a snapshot is due: by the growth of the log, since it is the log that a start must replay. Not while an
/// image is under way, which a snapshot would cut off, unless the log has grown to four times the limit.
/// Caretaker only.
final class SnapshotSchedule {
    private static final int CLUSTER_ID = 0;
    private static final int PATIENCE = 4;

    private final CountersReader counters;
    private final LongSupplier committed;
    private final long growthBytes;
    private long lastPosition;
    private boolean isUnderWay;
    private volatile boolean isWanted;

    SnapshotSchedule(CountersReader counters, LongSupplier committed, long lastPosition, long growthBytes) {
        this.committed = committed;
        this.counters = counters;
        this.lastPosition = lastPosition;
        this.growthBytes = growthBytes;
    }

    /// Asks for one or sees one through.
    ///
    /// @param newest the log position of the newest snapshot; asked when one should be there
    /// @return true when one was completed since the last turn
    boolean turn(boolean isImageUnderWay, LongSupplier newest) {
        var toggle = ClusterControl.findControlToggle(counters, CLUSTER_ID);
        if (toggle == null || ToggleState.get(toggle) != ToggleState.NEUTRAL) {
            return false;
        }
        if (isUnderWay) {
            isUnderWay = false;
            long before = lastPosition;
            lastPosition = newest.getAsLong();
            return lastPosition > before;
        }
        long grownBytes = committed.getAsLong() - lastPosition;
        boolean isDue = grownBytes >= growthBytes && (!isImageUnderWay || grownBytes / PATIENCE >= growthBytes);
        if ((isWanted || isDue) && ToggleState.SNAPSHOT.toggle(toggle)) {
            isWanted = false;
            isUnderWay = true;
        }
        return false;
    }

    /// Any thread.
    void want() {
        isWanted = true;
    }

    long lastPosition() {
        return lastPosition;
    }
}
