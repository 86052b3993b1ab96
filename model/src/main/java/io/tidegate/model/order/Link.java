package io.tidegate.model.order;

/// Which group an order belongs to, and as what. No order of a group is worked before all of them are here.
///
/// @param role  what it is to the others
/// @param group the client's name for the group, unique per account while one of its orders is remembered; "" for none
public record Link(GroupRole role, String group) {
    /// It stands alone.
    public static final Link NONE = new Link(GroupRole.NONE, "");

    /// Whether it belongs to a group.
    public boolean isGrouped() {
        return role != GroupRole.NONE;
    }
}
