package io.tidegate.gateway.facts;

import java.util.LinkedHashSet;
import java.util.Set;

/// Which fills the core has been told, so that a poll does not tell it the same ones each half minute. The core
/// books each once anyway; only the last so many are remembered.
final class FillKeys {
    private static final int KEYS_MAX = 65_536;

    private record Key(int instrument, String venueOrderId, String tradeId) {}

    private final Set<Key> told = LinkedHashSet.newLinkedHashSet(1_024);

    /// @return whether it was new
    boolean add(int instrument, String venueOrderId, String tradeId) {
        boolean isNew = told.add(new Key(instrument, venueOrderId, tradeId));
        if (told.size() > KEYS_MAX) {
            var oldest = told.iterator();
            oldest.next();
            oldest.remove();
        }
        return isNew;
    }

    boolean contains(int instrument, String venueOrderId, String tradeId) {
        return told.contains(new Key(instrument, venueOrderId, tradeId));
    }
}
