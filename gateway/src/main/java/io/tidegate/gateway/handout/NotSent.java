package io.tidegate.gateway.handout;

/// Why a child was not sent: stable codes that clients see.
public final class NotSent {
    /// The gate was closed after the core had handed it out (SPEC REC-3).
    public static final String GATE_CLOSED = "GATE_CLOSED";

    /// Its cancel came first.
    public static final String CANCELLED_BEFORE_SENT = "CANCELLED_BEFORE_SENT";

    /// A kill switch covers it (SPEC POS-4).
    public static final String KILL_SWITCH = "KILL_SWITCH";

    /// Its time to be sent had passed.
    public static final String TOO_LATE = "TOO_LATE";

    /// The venue's limits kept it waiting too long (SPEC RLM-2).
    public static final String WAITED_TOO_LONG = "WAITED_TOO_LONG";

    /// Too many calls were waiting already.
    public static final String QUEUE_FULL = "QUEUE_FULL";

    /// Somebody else holds the lease.
    public static final String LEASE_LOST = "LEASE_LOST";

    /// This gateway is being stopped (SPEC CON-4).
    public static final String STOPPING = "STOPPING";

    private NotSent() {}
}
