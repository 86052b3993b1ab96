package io.tidegate.api.access;

/// What a key may do beside reading its own account (SPEC SEC-1).
public enum Role {
    /// Reads only.
    VIEWER,
    /// Places and cancels orders.
    TRADER,
    /// Cancels orders, and engages and re-arms kill switches of any scope.
    RISK,
    /// All of it.
    ADMIN;

    public boolean mayPlace() {
        return this == TRADER || this == ADMIN;
    }

    public boolean mayCancel() {
        return this != VIEWER;
    }

    public boolean maySwitch() {
        return this == RISK || this == ADMIN;
    }
}
