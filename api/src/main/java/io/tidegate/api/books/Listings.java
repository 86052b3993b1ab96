package io.tidegate.api.books;

import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.LimitsSet;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Grid;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueAccount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Everything that orders refer to: assets, instruments, venue accounts, and what holds for them.
public final class Listings {
    private record Place(int venueAccount, int instrument) {}

    private final Map<Integer, Asset> assets = new ConcurrentSkipListMap<>();
    private final Map<Integer, Instrument> instruments = new ConcurrentSkipListMap<>();
    private final Map<String, Instrument> bySymbol = new ConcurrentHashMap<>();
    private final Map<Integer, VenueSeen> venues = new ConcurrentSkipListMap<>();
    private final Map<Place, Grid> grids = new ConcurrentHashMap<>();
    private final Map<Integer, MarkSet> marks = new ConcurrentHashMap<>();
    private final Map<String, Limits> limits = new ConcurrentHashMap<>();

    public Optional<Asset> asset(int id) {
        return Optional.ofNullable(assets.get(id));
    }

    public Optional<Asset> asset(String code) {
        return assets.values().stream()
                .filter(asset -> asset.code().equals(code))
                .findFirst();
    }

    public Optional<Instrument> instrument(int id) {
        return Optional.ofNullable(instruments.get(id));
    }

    public Optional<Instrument> instrument(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /// By ascending id.
    public Collection<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    public Optional<VenueSeen> venue(int venueAccount) {
        return Optional.ofNullable(venues.get(venueAccount));
    }

    /// The venue account of that tenant and name, such as `binance:main`.
    public Optional<VenueSeen> venue(String account, String name) {
        return venues(account).stream()
                .filter(venue -> venue.venueAccount().name().equals(name))
                .findFirst();
    }

    /// Those of one tenant, by ascending id.
    public List<VenueSeen> venues(String account) {
        return venues.values().stream()
                .filter(venue -> venue.venueAccount().account().equals(account))
                .toList();
    }

    /// All of them, by ascending id.
    public List<VenueSeen> venues() {
        return List.copyOf(venues.values());
    }

    public Optional<Grid> grid(int venueAccount, int instrument) {
        return Optional.ofNullable(grids.get(new Place(venueAccount, instrument)));
    }

    public Optional<MarkSet> mark(int instrument) {
        return Optional.ofNullable(marks.get(instrument));
    }

    public Limits limits(String account) {
        return limits.getOrDefault(account, Limits.DEFAULT);
    }

    void define(Asset asset) {
        assets.put(asset.id(), asset);
    }

    void define(Instrument instrument) {
        instruments.put(instrument.id(), instrument);
        bySymbol.put(instrument.symbol(), instrument);
    }

    void define(VenueAccount venueAccount) {
        VenueSeen venue = venue(venueAccount.id())
                .map(known -> known.defined(venueAccount))
                .orElseGet(() -> new VenueSeen(venueAccount, "", 0, false, "not claimed yet"));
        venues.put(venueAccount.id(), venue);
    }

    void claimed(VenueClaimed claimed) {
        venues.computeIfPresent(
                claimed.venueAccount(), (id, venue) -> venue.claimed(claimed.gateway(), claimed.epoch()));
    }

    void gated(GateChanged changed) {
        venues.computeIfPresent(changed.venueAccount(), (id, venue) -> venue.gated(changed.open(), changed.reason()));
    }

    void set(GridSet set) {
        grids.put(new Place(set.venueAccount(), set.instrument()), set.grid());
    }

    void set(MarkSet set) {
        marks.put(set.instrument(), set);
    }

    void set(LimitsSet set) {
        limits.put(set.account(), set.limits());
    }
}
