package io.tidegate.gateway;

import io.tidegate.gateway.doubt.Doubts.DoubtView;
import io.tidegate.gateway.limits.LimitUse;
import java.util.List;

/// What a gateway is doing, for people and metrics: immutable, so any thread may read it.
///
/// @param atNs      when it was taken, nanoseconds since 1970 UTC
/// @param isStopped whether the gateway has ended its work
/// @param unsaid    commands that are not known to have reached the log
public record GatewayView(long atNs, boolean isStopped, int unsaid, List<DeskView> desks) {
    /// Before the first turn.
    static final GatewayView NOTHING_YET = new GatewayView(0, false, 0, List.of());

    public GatewayView {
        desks = List.copyOf(desks);
    }

    /// One venue account.
    ///
    /// @param name             as configured, `account/venue:label`
    /// @param venueAccount     its number, 0 while the core does not know it
    /// @param lease            NONE, HELD or LOST
    /// @param epoch            of our lease, 0 for none
    /// @param session          NONE, CLOSED, WAITING, STARTING or UP
    /// @param isGateOpen       whether new orders may leave
    /// @param gateReason       why it stands so
    /// @param isGateHeld       whether only a person can open it, by a reconciliation
    /// @param underWay         calls sent without an outcome so far
    /// @param waiting          calls that wait for the venue's limits or for the line
    /// @param oldestWaitNs     how long the oldest of them has waited
    /// @param liveChildren     children that have not ended
    /// @param doubts           orders whose state is not known, the oldest 100
    /// @param inDoubt          how many those are in all
    /// @param sent             orders sent
    /// @param notSent          orders handed out and not sent
    /// @param reconnects       how often the session was started again
    /// @param reconnectAlerts  how often that became worth an alert
    /// @param lastProblem      why the session was last down, or the venue's last failure
    /// @param reconciling      the step of the reconciliation, or IDLE
    /// @param reconciledNs     when the last one was completed, 0 for never
    /// @param externalOrders   open orders at the venue that are not of our making
    /// @param orphanOrders     open orders that bear our ids and that the core does not know
    /// @param externalFills    fills told that were of nobody's order
    /// @param unreadable       messages that could not be read
    /// @param pausedUntilNs    nothing is sent before this time; 0 for no pause
    public record DeskView(
            String name,
            int venueAccount,
            String lease,
            long epoch,
            String session,
            boolean isGateOpen,
            String gateReason,
            boolean isGateHeld,
            int underWay,
            int waiting,
            long oldestWaitNs,
            int liveChildren,
            List<DoubtView> doubts,
            int inDoubt,
            long sent,
            long notSent,
            long reconnects,
            long reconnectAlerts,
            String lastProblem,
            String reconciling,
            long reconciledNs,
            int externalOrders,
            int orphanOrders,
            long externalFills,
            long unreadable,
            long pausedUntilNs,
            List<LimitUse> limits) {
        /// One that does not trade.
        static DeskView idle(String name, int venueAccount, String lease, int liveChildren) {
            return new DeskView(
                    name,
                    venueAccount,
                    lease,
                    0,
                    "NONE",
                    false,
                    "",
                    false,
                    0,
                    0,
                    0,
                    liveChildren,
                    List.of(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    "",
                    "IDLE",
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    List.of());
        }
    }
}
