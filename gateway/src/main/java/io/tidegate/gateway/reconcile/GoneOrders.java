package io.tidegate.gateway.reconcile;

import io.tidegate.gateway.known.Child;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.venues.api.VenueCall;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Our orders that the venue does not list as open, and the cheapest questions that tell what became of them.
///
/// After a restart under load hundreds may be gone. A look-up of each would use up the venue's request weight for the
/// minute, while one page of an instrument's history tells a thousand of them. One thread.
final class GoneOrders {
    /// From so many look-ups in an instrument on its history is asked for instead.
    private static final int HISTORY_FROM = 20;

    private final long overlapNs;
    private final Set<Child> gone = new LinkedHashSet<>();
    private final ArrayDeque<VenueCall> histories = new ArrayDeque<>();

    /// @param overlapNs histories begin so much before the oldest order that they are asked for
    GoneOrders(long overlapNs) {
        this.overlapNs = overlapNs;
    }

    void clear() {
        gone.clear();
        histories.clear();
    }

    void add(Child child) {
        gone.add(child);
    }

    /// All have been added: works out which histories are worth asking for.
    void complete() {
        Map<Instrument, Long> oldestNs = new LinkedHashMap<>();
        Map<Instrument, Integer> counts = new LinkedHashMap<>();
        for (Child child : gone) {
            oldestNs.merge(child.instrument(), child.readyNs(), Math::min);
            counts.merge(child.instrument(), 1, Integer::sum);
        }
        oldestNs.forEach((instrument, sinceNs) -> {
            if (counts.getOrDefault(instrument, 0) >= HISTORY_FROM) {
                histories.add(new VenueCall.History(instrument, Math.max(0, sinceNs - overlapNs)));
            }
        });
    }

    /// Takes the next history to ask for.
    Optional<VenueCall> nextHistory() {
        return Optional.ofNullable(histories.poll());
    }

    /// The venue has told how this one stands.
    void told(Child child) {
        gone.remove(child);
    }

    /// Those of which nothing has been heard: they must be looked up, one by one.
    List<Child> rest() {
        return gone.stream().filter(child -> !child.isOver()).toList();
    }
}
