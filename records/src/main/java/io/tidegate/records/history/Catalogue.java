package io.tidegate.records.history;

import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.records.store.Row;
import io.tidegate.records.store.Store;
import io.tidegate.records.store.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The names behind the ids of events, kept in the database too, so that a start needs no old event.
final class Catalogue {
    /// A venue account by its names.
    record Place(String account, String venue, String label) {
        static final Place UNKNOWN = new Place("", "", "");

        /// Fills in the three columns that every table with a venue account has.
        Row on(Row row) {
            return row.symbol(account).symbol(venue).symbol(label);
        }
    }

    private static final String ASSET = "ASSET";
    private static final String INSTRUMENT = "INSTRUMENT";
    private static final String VENUE_ACCOUNT = "VENUE_ACCOUNT";

    private final Table table;
    private final Map<Integer, String> assets = new HashMap<>();
    private final Map<Integer, Instrument> instruments = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();

    private Catalogue(Table table) {
        this.table = table;
    }

    /// Reads what was defined before.
    static Catalogue of(Table table, Store store) {
        var catalogue = new Catalogue(table);
        store.ask("select kind, id, name, class, base, quote, price_scale, quantity_scale, venue, label from "
                        + table.name() + " order by ts, number")
                .forEach(catalogue::read);
        return catalogue;
    }

    private void read(List<String> row) {
        int id = Integer.parseInt(row.get(1));
        String name = row.get(2);
        switch (row.get(0)) {
            case ASSET -> assets.put(id, name);
            case INSTRUMENT ->
                instruments.put(
                        id,
                        new Instrument(
                                id,
                                name,
                                AssetClass.valueOf(row.get(3)),
                                Integer.parseInt(row.get(4)),
                                Integer.parseInt(row.get(5)),
                                Integer.parseInt(row.get(6)),
                                Integer.parseInt(row.get(7))));
            case VENUE_ACCOUNT -> places.put(id, new Place(name, row.get(8), row.get(9)));
            default -> throw new IllegalStateException("a definition of kind " + row.get(0));
        }
    }

    void define(Asset asset, Row row) {
        assets.put(asset.id(), asset.code());
        row.symbol(ASSET).whole(asset.id()).text(asset.code()).symbol("");
        row.whole(0).whole(0).whole(0).whole(0).symbol("").symbol("").append();
    }

    void define(Instrument instrument, Row row) {
        instruments.put(instrument.id(), instrument);
        row.symbol(INSTRUMENT).whole(instrument.id()).text(instrument.symbol());
        row.symbol(instrument.assetClass().name()).whole(instrument.base()).whole(instrument.quote());
        row.whole(instrument.priceScale())
                .whole(instrument.quantityScale())
                .symbol("")
                .symbol("")
                .append();
    }

    void define(int id, Place place, Row row) {
        places.put(id, place);
        row.symbol(VENUE_ACCOUNT).whole(id).text(place.account()).symbol("");
        row.whole(0)
                .whole(0)
                .whole(0)
                .whole(0)
                .symbol(place.venue())
                .symbol(place.label())
                .append();
    }

    boolean isInstrument(int id) {
        return instruments.containsKey(id);
    }

    /// @throws IllegalStateException when no definition of it has been read: then a part of the stream is missing
    Instrument instrument(int id) {
        Instrument instrument = instruments.get(id);
        if (instrument == null) {
            throw new IllegalStateException("instrument " + id + " is in no definition; " + table.name() + " has "
                    + instruments.size() + " instruments");
        }
        return instrument;
    }

    /// Its code, "" for 0.
    String asset(int id) {
        return assets.getOrDefault(id, "");
    }

    Place place(int venueAccount) {
        return places.getOrDefault(venueAccount, Place.UNKNOWN);
    }
}
