package io.tidegate.model.refusal;

/// Every reason for which we refuse, in one list; the names are what clients see and never change. Append only.
public enum RefusalCode {
    /// A field breaks its rule.
    BAD_FIELD,
    /// A number is beyond what we can count.
    BEYOND_RANGE,
    /// Something is named that does not exist, or is not the caller's.
    UNKNOWN,
    /// Nothing there offers this order type, time in force or flag.
    NOT_SUPPORTED,
    /// The key was used before for other content.
    KEY_REUSED,
    /// The same order again within the account's duplicate window.
    DUPLICATE_ORDER,
    TOO_MANY_OPEN_ORDERS,
    TOO_MANY_ORDERS_PER_SECOND,
    VALUE_TOO_LARGE,
    /// The price is too far from the reference on the aggressive side.
    OUTSIDE_COLLAR,
    /// No reference price, or too old a one.
    NO_REFERENCE,
    /// A price or quantity is off the venue's grid.
    OFF_GRID,
    TOO_SMALL,
    TOO_LARGE,
    INSUFFICIENT_FUNDS,
    /// The venue takes no orders from us now.
    VENUE_CLOSED,
    /// No venue is left; the detail names each with its reason.
    NO_VENUE,
    KILL_SWITCH,
    /// The order has ended.
    ALREADY_ENDED,
    /// A proposal asks for more than the order has left.
    OVER_PARENT,
    /// A proposal with this number was taken before.
    STALE_PROPOSAL,
    DEADLINE_PASSED,
    /// The lease of the venue account belongs to somebody else.
    NOT_LEASED,
    /// The sender's numbering has a gap; the limit is the last number applied.
    OUT_OF_SEQUENCE,
    /// More is in hand than we take.
    BUSY,
    /// There is too little disk left to take new orders.
    STORAGE_LOW,
    /// An operator had this entry of the log passed over.
    SKIPPED,
    /// It could trade with another order of the same owner; the value names that order.
    SELF_TRADE,
    /// More than there is to reduce.
    REDUCE_ONLY,
    /// An order that does not fit into its group, or a group that was never whole.
    BAD_GROUP,
    /// The position that orders may lead to at worst would be larger than allowed.
    POSITION_LIMIT,
    /// The account has lost so much that it may only reduce.
    LOSS_LIMIT,
    /// An order is larger than the account may place in that instrument.
    ORDER_TOO_LARGE
}
