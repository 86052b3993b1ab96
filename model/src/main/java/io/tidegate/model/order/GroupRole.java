package io.tidegate.model.order;

/// What an order is to the others of its group (SPEC ORD-11). Append only.
public enum GroupRole {
    /// It belongs to no group.
    NONE,
    /// One of two: what is filled of one is taken from the other, and the end of one ends the other.
    OCO,
    /// The first of two: its fills set off the second, in proportion.
    OTO_FIRST,
    /// The second of two: held until the first is filled.
    OTO_THEN,
    /// What opens the position of a bracket.
    BRACKET_ENTRY,
    /// One of the two that close it, each the other's OCO: held until the entry is filled.
    BRACKET_EXIT;

    /// Whether it waits for the fills of another order.
    public boolean isDependent() {
        return this == OTO_THEN || this == BRACKET_EXIT;
    }

    /// How many orders such a group has; 0 for none.
    public int legs() {
        return switch (this) {
            case NONE -> 0;
            case OCO, OTO_FIRST, OTO_THEN -> 2;
            case BRACKET_ENTRY, BRACKET_EXIT -> 3;
        };
    }

    /// How many orders of this role its group has.
    public int count() {
        return this == NONE ? 0 : this == OCO || this == BRACKET_EXIT ? 2 : 1;
    }

    /// Whether both can be in one group.
    public boolean matches(GroupRole other) {
        boolean otherOto = other == OTO_FIRST || other == OTO_THEN;
        return switch (this) {
            case NONE -> false;
            case OCO -> other == OCO;
            case OTO_FIRST, OTO_THEN -> otherOto;
            case BRACKET_ENTRY, BRACKET_EXIT -> other == BRACKET_ENTRY || other == BRACKET_EXIT;
        };
    }
}
