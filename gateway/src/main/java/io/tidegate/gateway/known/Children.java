package io.tidegate.gateway.known;

import io.tidegate.model.event.ChildAmended;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.ChildStands;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.ClientOrderId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/// The children of one venue account: all that live, and the last ones that have ended.
///
/// An ended child is remembered so that a late word of the venue finds it; only so many, for the core remembers
/// longer. Iteration is in the order of hand-out.
public final class Children {
    private static final int ENDED_MAX = 20_000;

    private record AtVenue(int instrument, String venueOrderId) {}

    private final Map<Long, Child> byId = new HashMap<>();
    private final Map<AtVenue, Child> byVenueId = new HashMap<>();
    private final LinkedHashMap<Long, Child> live = new LinkedHashMap<>();
    private final ArrayDeque<Child> ended = new ArrayDeque<>();

    /// A child is handed out; one that is known already is not taken twice.
    ///
    /// @return the child if it is new
    public Optional<Child> ready(ChildReady ready, Instrument instrument, long logNs) {
        if (byId.containsKey(ready.childId())) {
            return Optional.empty();
        }
        Child child = Child.of(ready, instrument, logNs);
        add(child);
        return Optional.of(child);
    }

    /// A line of an image.
    public Child stands(ChildStands stands, Instrument instrument) {
        Child known = byId.get(stands.childId());
        Child child = known == null ? Child.of(stands, instrument) : known;
        if (known == null) {
            add(child);
        } else {
            child.stands(stands);
        }
        settle(child);
        return child;
    }

    /// The core says that it has another status.
    ///
    /// @return the child, if it is of this account
    public Optional<Child> moved(ChildMoved moved) {
        Child child = byId.get(moved.childId());
        if (child != null) {
            child.moved(moved.to(), moved.venueOrderId());
            settle(child);
        }
        return Optional.ofNullable(child);
    }

    /// The core says that it has other terms.
    public void amended(ChildAmended amended) {
        Child child = byId.get(amended.childId());
        if (child != null) {
            child.amended(amended.quantity(), amended.price());
        }
    }

    /// The core has booked a fill.
    public Optional<Child> booked(FillBooked booked) {
        Child child = byId.get(booked.childId());
        if (child != null) {
            child.filled(booked.quantity());
            learn(child, booked.venueOrderId());
        }
        return Optional.ofNullable(child);
    }

    /// The venue's id of a child has become known.
    public void learn(Child child, String venueOrderId) {
        child.hear();
        if (!venueOrderId.isEmpty() && child.venueOrderId().isEmpty()) {
            child.atVenue(venueOrderId);
            index(child);
        }
    }

    private void add(Child child) {
        byId.put(child.childId(), child);
        live.put(child.childId(), child);
        index(child);
    }

    private void index(Child child) {
        if (!child.venueOrderId().isEmpty()) {
            byVenueId.put(new AtVenue(child.instrument().id(), child.venueOrderId()), child);
        }
    }

    private void settle(Child child) {
        index(child);
        if (child.status().isTerminal() && live.remove(child.childId()) != null) {
            ended.addLast(child);
            if (ended.size() > ENDED_MAX) {
                Child oldest = ended.removeFirst();
                byId.remove(oldest.childId());
                byVenueId.remove(new AtVenue(oldest.instrument().id(), oldest.venueOrderId()));
            }
        }
    }

    /// The child that a venue speaks of: by our id, which must be the very id that we gave, else by the venue's.
    public Optional<Child> find(Instrument instrument, String clientOrderId, String venueOrderId) {
        var named = ClientOrderId.child(clientOrderId);
        if (named.isPresent()) {
            Child child = byId.get(named.getAsLong());
            return child != null && child.clientOrderId().equalsIgnoreCase(clientOrderId)
                    ? Optional.of(child)
                    : Optional.empty();
        }
        return clientOrderId.isEmpty()
                ? Optional.ofNullable(byVenueId.get(new AtVenue(instrument.id(), venueOrderId)))
                : Optional.empty();
    }

    /// The child of that id, while it is remembered.
    public Optional<Child> find(long childId) {
        return Optional.ofNullable(byId.get(childId));
    }

    /// Whether a child of that instrument may be at the venue under an id that we do not know yet.
    public boolean isAnyUnnamed(Instrument instrument) {
        for (Child child : live.values()) {
            if (child.instrument().id() == instrument.id()
                    && child.venueOrderId().isEmpty()
                    && (child.isOut() || !child.isOver())) {
                return true;
            }
        }
        return false;
    }

    /// All that have not ended by the core's word.
    public SequencedCollection<Child> live() {
        return live.sequencedValues();
    }
}
