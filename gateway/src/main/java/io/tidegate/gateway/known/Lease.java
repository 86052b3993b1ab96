package io.tidegate.gateway.known;

import io.tidegate.model.command.ClaimVenue;
import io.tidegate.model.event.VenueClaimed;

/// Our right to act for one venue account, as the core granted it, until somebody else is granted it (DESIGN-NOTES
/// §1.6).
public final class Lease {
    private final ClaimVenue claim;
    private long epoch;
    private boolean lost;

    /// @param claim how we ask; its nonce tells our grant from others of the same name
    public Lease(ClaimVenue claim) {
        this.claim = claim;
    }

    /// The core has granted the lease to somebody.
    public void onClaimed(VenueClaimed claimed) {
        boolean ours = claimed.nonce() == claim.nonce() && claimed.gateway().equals(claim.gateway());
        if (ours && epoch == 0) {
            epoch = claimed.epoch();
        } else if (!ours && epoch != 0 && claimed.epoch() > epoch) {
            lost = true;
        }
    }

    /// Nothing that we say is heard any more.
    public void lose() {
        lost = true;
    }

    /// Whether we may act.
    public boolean isHeld() {
        return epoch != 0 && !lost;
    }

    /// Whether it was ours and is somebody else's now; it never comes back.
    public boolean isLost() {
        return lost;
    }

    /// 0 until it is granted.
    public long epoch() {
        return epoch;
    }
}
