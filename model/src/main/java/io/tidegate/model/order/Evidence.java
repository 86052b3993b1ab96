package io.tidegate.model.order;

/// On what word a status rests (SPEC ORD-10): silence is not in the list. Append only.
public enum Evidence {
    /// Nothing yet: the order is worked, or its outcome is not known.
    NONE,
    /// Decided here before anything was handed out.
    NEVER_HANDED_OUT,
    /// The lease holder says that no byte left: the best kind.
    NOT_SENT,
    /// The venue's answer to the request itself.
    VENUE_ANSWER,
    /// A message of the venue's private stream.
    VENUE_STREAM,
    /// The venue's answer when asked about the order.
    VENUE_LOOKUP,
    /// The venue's complete look-up found nothing twice, the second time after every deadline.
    PROVEN_ABSENT,
    /// The same where the venue offers no deadline: a late fill is booked.
    PRESUMED_ABSENT,
    /// A person's word, with name and reason.
    OPERATOR
}
