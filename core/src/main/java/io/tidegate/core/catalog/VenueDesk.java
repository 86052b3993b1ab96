package io.tidegate.core.catalog;

import io.tidegate.model.event.Event;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.venue.VenueAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One venue account as the core sees it: its terms, what it takes, who may act for it, and whether it is open.
public final class VenueDesk {
    private VenueAccount account;
    private final Map<Integer, Grid> grids = new TreeMap<>();
    private String gateway = "";
    private long epoch;
    private boolean open;
    private String gateReason = "never opened";

    VenueDesk(VenueAccount account) {
        this.account = account;
    }

    public VenueAccount account() {
        return account;
    }

    public Optional<Grid> grid(int instrument) {
        return Optional.ofNullable(grids.get(instrument));
    }

    /// The lease under which orders are handed out now; 0 when nobody ever held one.
    public long epoch() {
        return epoch;
    }

    /// Whether new orders are taken.
    public boolean isOpen() {
        return open;
    }

    /// Why it is open or closed.
    public String gateReason() {
        return gateReason;
    }

    /// Gives the lease to that gateway under the next epoch.
    public long claim(String newGateway) {
        lease(newGateway, epoch + 1);
        return epoch;
    }

    /// Opens or closes it.
    public void gate(boolean nowOpen, String reason) {
        open = nowOpen;
        gateReason = reason;
    }

    void lease(String newGateway, long newEpoch) {
        gateway = newGateway;
        epoch = newEpoch;
    }

    void change(VenueAccount changed) {
        account = changed;
    }

    /// Returns whether anything changed.
    boolean setGrid(int instrument, Grid grid) {
        return !grid.equals(grids.put(instrument, grid));
    }

    void lines(List<Event> lines) {
        lines.add(new VenueAccountDefined(account));
        grids.forEach((instrument, grid) -> lines.add(new GridSet(account.id(), instrument, grid)));
        if (epoch > 0) {
            lines.add(new VenueClaimed(account.id(), gateway, epoch, 0));
        }
        lines.add(new GateChanged(account.id(), open, gateReason));
    }
}
