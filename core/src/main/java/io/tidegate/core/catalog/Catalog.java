package io.tidegate.core.catalog;

import io.tidegate.model.command.DefineAsset;
import io.tidegate.model.command.DefineInstrument;
import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.command.SetGrid;
import io.tidegate.model.command.SetMark;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.CommandRefused;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.GridSet;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.MarkSet;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.event.VenueClaimed;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.refusal.Refusal;
import io.tidegate.model.refusal.RefusalCode;
import io.tidegate.model.venue.VenueAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything that orders refer to by id. What is defined stays defined; what was said before may be said again.
public final class Catalog {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9.-]{1,24}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9./_-]{1,48}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,36}");
    /// Most entries of each kind: definitions are for people and configuration, not for floods.
    private static final int ENTRIES_MAX = 100_000;

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final List<Instrument> instrumentsById = new ArrayList<>();
    private final List<Optional<MarkSet>> marks = new ArrayList<>();
    private final List<VenueDesk> venues = new ArrayList<>();

    public Optional<Instrument> instrument(int id) {
        return id >= 1 && id <= instrumentsById.size() ? Optional.of(instrumentsById.get(id - 1)) : Optional.empty();
    }

    public boolean hasAsset(int id) {
        return id >= 1 && id <= assets.size();
    }

    public Optional<VenueDesk> venue(int venueAccount) {
        return venueAccount >= 1 && venueAccount <= venues.size()
                ? Optional.of(venues.get(venueAccount - 1))
                : Optional.empty();
    }

    /// Whether any venue account belongs to that tenant.
    public boolean isTenant(String account) {
        for (VenueDesk venue : venues) {
            if (venue.account().account().equals(account)) {
                return true;
            }
        }
        return false;
    }

    /// The last reference price of an instrument, however old.
    public Optional<MarkSet> mark(int instrument) {
        return instrument >= 1 && instrument <= marks.size() ? marks.get(instrument - 1) : Optional.empty();
    }

    public void define(DefineAsset command, EventSink out) {
        if (!CODE.matcher(command.code()).matches()) {
            refuse(out, "code", command.code(), "1 to 24 of A-Z 0-9 . -");
        } else if (assets.size() >= ENTRIES_MAX) {
            out.emit(new CommandRefused(Refusal.of(RefusalCode.BUSY, "code", command.code(), ENTRIES_MAX + " assets")));
        } else {
            asset(command.code(), out);
        }
    }

    public void define(DefineInstrument command, EventSink out) {
        Instrument known = instruments.get(command.symbol());
        int scales = command.priceScale() + command.quantityScale();
        if (!SYMBOL.matcher(command.symbol()).matches()) {
            refuse(out, "symbol", command.symbol(), "1 to 48 of A-Z a-z 0-9 . / _ -");
        } else if (!CODE.matcher(command.base()).matches()) {
            refuse(out, "base", command.base(), "1 to 24 of A-Z 0-9 . -");
        } else if (!CODE.matcher(command.quote()).matches() || command.quote().equals(command.base())) {
            refuse(out, "quote", command.quote(), "1 to 24 of A-Z 0-9 . -, other than the base");
        } else if (command.priceScale() < 0 || command.quantityScale() < 0 || scales < 0 || scales > 18) {
            refuse(out, "priceScale", command.priceScale() + " + " + command.quantityScale(), "0 to 18 together");
        } else if (instruments.size() >= ENTRIES_MAX) {
            refuse(out, "symbol", command.symbol(), ENTRIES_MAX + " instruments");
        } else if (known == null) {
            Instrument defined = new Instrument(
                    instruments.size() + 1,
                    command.symbol(),
                    command.assetClass(),
                    asset(command.base(), out),
                    asset(command.quote(), out),
                    command.priceScale(),
                    command.quantityScale());
            put(defined);
            out.emit(new InstrumentDefined(defined));
        } else if (!same(known, command)) {
            refuse(out, "symbol", command.symbol(), "unchanged: an instrument's scales and assets never change");
        }
    }

    public void define(DefineVenueAccount command, EventSink out) {
        if (!NAME.matcher(command.account()).matches()) {
            refuse(out, "account", command.account(), "1 to 36 of A-Z a-z 0-9 . _ -");
        } else if (!NAME.matcher(command.venue()).matches()) {
            refuse(out, "venue", command.venue(), "1 to 36 of A-Z a-z 0-9 . _ -");
        } else if (!NAME.matcher(command.label()).matches()) {
            refuse(out, "label", command.label(), "1 to 36 of A-Z a-z 0-9 . _ -");
        } else {
            define(command, venueNamed(command.venue(), command.label()), out);
        }
    }

    private void define(DefineVenueAccount command, Optional<VenueDesk> known, EventSink out) {
        if (known.isPresent() && !known.get().account().account().equals(command.account())) {
            refuse(
                    out,
                    "account",
                    command.account(),
                    "the owner, " + known.get().account().account());
            return;
        }
        if (known.isEmpty() && venues.size() >= ENTRIES_MAX) {
            refuse(out, "label", command.label(), ENTRIES_MAX + " venue accounts");
            return;
        }
        int id = known.map(venue -> venue.account().id()).orElse(venues.size() + 1);
        VenueAccount account =
                new VenueAccount(id, command.account(), command.venue(), command.label(), command.terms());
        if (known.isEmpty()) {
            venues.add(new VenueDesk(account));
            out.emit(new VenueAccountDefined(account));
        } else if (!known.get().account().equals(account)) {
            known.get().change(account);
            out.emit(new VenueAccountDefined(account));
        }
    }

    public void set(SetGrid command, EventSink out) {
        Optional<VenueDesk> venue = venue(command.venueAccount());
        if (venue.isEmpty()) {
            unknown(out, "venueAccount", command.venueAccount());
        } else if (instrument(command.instrument()).isEmpty()) {
            unknown(out, "instrument", command.instrument());
        } else if (venue.get().setGrid(command.instrument(), command.grid())) {
            out.emit(new GridSet(command.venueAccount(), command.instrument(), command.grid()));
        }
    }

    public boolean set(SetMark command, EventSink out) {
        if (instrument(command.instrument()).isEmpty()) {
            unknown(out, "instrument", command.instrument());
        } else if (command.bid() <= 0 || command.ask() < command.bid() || command.last() < 0) {
            refuse(out, "bid", command.bid() + "/" + command.ask(), "positive and not above the ask");
        } else {
            MarkSet mark =
                    new MarkSet(command.instrument(), command.bid(), command.ask(), command.last(), command.atNs());
            marks.set(command.instrument() - 1, Optional.of(mark));
            out.emit(mark);
            return true;
        }
        return false;
    }

    /// Every line that says what exists, in the order of definition.
    public List<Event> lines() {
        var lines = new ArrayList<Event>();
        assets.values().forEach(asset -> lines.add(new AssetDefined(asset)));
        instrumentsById.forEach(instrument -> lines.add(new InstrumentDefined(instrument)));
        for (VenueDesk venue : venues) {
            venue.lines(lines);
        }
        marks.forEach(mark -> mark.ifPresent(lines::add));
        return lines;
    }

    /// Takes one of those lines.
    public void restore(Event line) {
        switch (line) {
            case AssetDefined defined -> assets.put(defined.asset().code(), defined.asset());
            case InstrumentDefined defined -> put(defined.instrument());
            case VenueAccountDefined defined -> venues.add(new VenueDesk(defined.venueAccount()));
            case GridSet set -> restored(set.venueAccount()).setGrid(set.instrument(), set.grid());
            case VenueClaimed claimed -> restored(claimed.venueAccount()).lease(claimed.gateway(), claimed.epoch());
            case GateChanged gate -> restored(gate.venueAccount()).gate(gate.open(), gate.reason());
            case MarkSet mark -> marks.set(mark.instrument() - 1, Optional.of(mark));
            default -> throw new IllegalArgumentException("no line of the catalog: " + line);
        }
    }

    private VenueDesk restored(int venueAccount) {
        return venue(venueAccount).orElseThrow(() -> new IllegalArgumentException("no venue account " + venueAccount));
    }

    private Optional<VenueDesk> venueNamed(String venue, String label) {
        return venues.stream()
                .filter(desk -> desk.account().venue().equals(venue))
                .filter(desk -> desk.account().label().equals(label))
                .findFirst();
    }

    private int asset(String code, EventSink out) {
        Asset known = assets.get(code);
        if (known != null) {
            return known.id();
        }
        Asset asset = new Asset(assets.size() + 1, code);
        assets.put(code, asset);
        out.emit(new AssetDefined(asset));
        return asset.id();
    }

    private void put(Instrument instrument) {
        instruments.put(instrument.symbol(), instrument);
        instrumentsById.add(instrument);
        marks.add(Optional.empty());
    }

    private boolean same(Instrument known, DefineInstrument command) {
        Asset base = assets.get(command.base());
        Asset quote = assets.get(command.quote());
        return base != null
                && quote != null
                && known.base() == base.id()
                && known.quote() == quote.id()
                && known.assetClass() == command.assetClass()
                && known.priceScale() == command.priceScale()
                && known.quantityScale() == command.quantityScale();
    }

    private static void refuse(EventSink out, String field, String value, String expected) {
        out.emit(new CommandRefused(Refusal.of(RefusalCode.BAD_FIELD, field, value, expected)));
    }

    private static void unknown(EventSink out, String field, int id) {
        out.emit(new CommandRefused(Refusal.of(RefusalCode.UNKNOWN, field, id, "")));
    }
}
