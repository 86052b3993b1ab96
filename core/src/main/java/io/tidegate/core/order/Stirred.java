package io.tidegate.core.order;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Orders to be looked at again before the command is over: those to which something has happened, which also concerns
/// their group, and those that may have got room by it.
final class Stirred {
    /// One of them.
    ///
    /// @param changed whether something has happened to it
    record One(long orderId, boolean changed) {}

    private final Map<Long, Boolean> orders = new LinkedHashMap<>();

    void changed(long orderId) {
        orders.put(orderId, true);
    }

    void look(long orderId) {
        orders.putIfAbsent(orderId, false);
    }

    /// The one that has waited longest.
    Optional<One> next() {
        var waiting = orders.entrySet().iterator();
        if (!waiting.hasNext()) {
            return Optional.empty();
        }
        var first = waiting.next();
        var one = new One(first.getKey(), first.getValue());
        waiting.remove();
        return Optional.of(one);
    }
}
