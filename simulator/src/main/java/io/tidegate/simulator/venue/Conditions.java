package io.tidegate.simulator.venue;

import java.util.Optional;
import java.util.OptionalLong;

/// What makes an order more than price and quantity.
///
/// @param display      how much of an iceberg is shown at a time; 0 for an order that is shown whole
/// @param strategyId   the customer's own, and so is `strategyType`; without effect
public record Conditions(
        Optional<Trigger> trigger,
        long display,
        Prevention prevention,
        OptionalLong strategyId,
        OptionalLong strategyType) {
    public static final Conditions NONE = of(Prevention.NONE);

    public static Conditions of(Prevention prevention) {
        return new Conditions(Optional.empty(), 0, prevention, OptionalLong.empty(), OptionalLong.empty());
    }

    public static Conditions of(Trigger trigger) {
        return new Conditions(Optional.of(trigger), 0, Prevention.NONE, OptionalLong.empty(), OptionalLong.empty());
    }
}
