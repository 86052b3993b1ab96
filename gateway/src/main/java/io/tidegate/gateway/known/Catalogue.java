package io.tidegate.gateway.known;

import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.venue.VenueAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/// Assets, instruments, venue accounts, and what is traded where, as the core has defined them.
public final class Catalogue {
    private final Map<Integer, Instrument> instruments = new TreeMap<>();
    private final Map<Integer, VenueAccount> accounts = new TreeMap<>();
    private final Map<Integer, TreeSet<Integer>> traded = new TreeMap<>();
    private final Map<Integer, Asset> assets = new TreeMap<>();
    private final Map<String, Asset> assetsByCode = new TreeMap<>();

    /// Takes notice of a definition; other events change nothing.
    public void onEvent(Event event) {
        switch (event) {
            case AssetDefined defined -> {
                assets.put(defined.asset().id(), defined.asset());
                assetsByCode.put(defined.asset().code(), defined.asset());
            }
            case InstrumentDefined defined ->
                instruments.put(defined.instrument().id(), defined.instrument());
            case VenueAccountDefined defined ->
                accounts.put(defined.venueAccount().id(), defined.venueAccount());
            case GridSet set ->
                traded.computeIfAbsent(set.venueAccount(), _ -> new TreeSet<>()).add(set.instrument());
            default -> {}
        }
    }

    /// A known instrument.
    ///
    /// @throws IllegalStateException when the core never defined it: its events name only what it has defined
    public Instrument instrument(int id) {
        Instrument instrument = instruments.get(id);
        if (instrument == null) {
            throw new IllegalStateException("instrument " + id + " is named before it was defined");
        }
        return instrument;
    }

    /// Whether that instrument has been defined.
    public boolean isKnown(int instrument) {
        return instruments.containsKey(instrument);
    }

    /// The venue account of that tenant, venue and label.
    public Optional<VenueAccount> account(String tenant, String venue, String label) {
        for (VenueAccount account : accounts.values()) {
            if (account.account().equals(tenant)
                    && account.venue().equals(venue)
                    && account.label().equals(label)) {
                return Optional.of(account);
            }
        }
        return Optional.empty();
    }

    /// The venue account of that id, with its present terms.
    ///
    /// @throws IllegalStateException when it was never defined
    public VenueAccount account(int id) {
        VenueAccount account = accounts.get(id);
        if (account == null) {
            throw new IllegalStateException("venue account " + id + " is named before it was defined");
        }
        return account;
    }

    /// What is traded at a venue account, by rising id.
    public List<Instrument> traded(int venueAccount) {
        var found = new ArrayList<Instrument>();
        for (int id : traded.getOrDefault(venueAccount, new TreeSet<>())) {
            found.add(instrument(id));
        }
        return List.copyOf(found);
    }

    /// The id of an asset; empty when the core does not know that code.
    public OptionalInt asset(String code) {
        Asset asset = assetsByCode.get(code);
        return asset == null ? OptionalInt.empty() : OptionalInt.of(asset.id());
    }

    /// All assets, by rising id.
    public List<Asset> assets() {
        return List.copyOf(assets.values());
    }
}
