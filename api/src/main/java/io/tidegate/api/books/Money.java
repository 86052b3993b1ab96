package io.tidegate.api.books;

import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// Balances and positions at each venue account.
public final class Money {
    /// @param of id of the asset or instrument
    private record Place(int venueAccount, int of) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::venueAccount).thenComparingInt(Place::of);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Place, BalanceChanged> balances = new ConcurrentSkipListMap<>();
    private final Map<Place, PositionChanged> positions = new ConcurrentSkipListMap<>();

    /// By venue account and asset.
    public List<BalanceChanged> balances() {
        return List.copyOf(balances.values());
    }

    /// By venue account and instrument, closed ones too.
    public List<PositionChanged> positions() {
        return List.copyOf(positions.values());
    }

    /// What is not set aside; never below zero.
    public Amount free(int venueAccount, int asset) {
        BalanceChanged balance = balances.get(new Place(venueAccount, asset));
        return balance == null
                ? Amount.ZERO
                : balance.total().minus(balance.reserved()).max(Amount.ZERO);
    }

    void changed(BalanceChanged balance) {
        balances.put(new Place(balance.venueAccount(), balance.asset()), balance);
    }

    void changed(PositionChanged position) {
        positions.put(new Place(position.venueAccount(), position.instrument()), position);
    }
}
