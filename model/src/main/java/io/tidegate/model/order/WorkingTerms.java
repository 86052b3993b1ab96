package io.tidegate.model.order;

/// What of an order can be changed while it is worked, as it is now or as it is wanted (SPEC ORD-6).
///
/// @param quantity  at the instrument's quantity scale, positive
/// @param price     limit price, 0 where the type has none
/// @param stopPrice stop price, 0 where the type has none
public record WorkingTerms(long quantity, long price, long stopPrice) {
    /// As the client stated them first.
    public static WorkingTerms of(OrderTerms terms) {
        return new WorkingTerms(terms.quantity(), terms.price(), terms.stopPrice());
    }
}
