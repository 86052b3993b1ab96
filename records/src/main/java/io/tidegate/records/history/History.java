package io.tidegate.records.history;

import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.CashFlowBooked;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.FillCorrected;
import io.tidegate.model.event.GateChanged;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.KillSwitchSet;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.OrderRefused;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.event.StorageChanged;
import io.tidegate.model.event.VenueAccountDefined;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.records.history.Catalogue.Place;
import io.tidegate.records.store.Row;
import io.tidegate.records.store.Store;
import io.tidegate.records.store.Table;
import io.tidegate.wire.EventHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the rows that an event makes; committing is its owner's (SPEC AUD-2, POS-1).
///
/// Writing an event again makes the same rows, which replace the first ones. Lines of an image make no rows but
/// definitions, for they say what stands and not what happened. One thread, the store's.
public final class History {
    private static final String NO_CHILD = "";

    private final Store store;
    private final Tables tables;
    private final Catalogue catalogue;
    private final Map<Long, Integer> instrumentByOrder = new HashMap<>(); // of live orders

    private History(Store store, Tables tables) {
        this.store = store;
        this.tables = tables;
        this.catalogue = Catalogue.of(tables.definitions(), store);
    }

    /// Makes the tables unless they are there, and reads the definitions.
    ///
    /// @param keepDays how long rows are kept, from 1
    public static History in(Store store, int keepDays) {
        var tables = Tables.keeping(keepDays);
        tables.all().forEach(store::create);
        return new History(store, tables);
    }

    /// Writes what an event makes, nothing for most.
    public void onEvent(EventHeader header, Event event) {
        switch (event) {
            case AssetDefined defined -> catalogue.define(defined.asset(), row(tables.definitions(), header));
            case InstrumentDefined defined -> catalogue.define(defined.instrument(), row(tables.definitions(), header));
            case VenueAccountDefined defined -> {
                var account = defined.venueAccount();
                var place = new Place(account.account(), account.venue(), account.label());
                catalogue.define(account.id(), place, row(tables.definitions(), header));
            }
            case Event _ when header.image() -> {} // says what stands
            case OrderAccepted accepted -> accepted(accepted, header);
            case OrderMoved moved -> moved(moved, header);
            case ChildMoved moved -> moved(moved, header);
            case ChildReady ready -> ready(ready, header);
            case FillBooked fill -> filled(fill, header);
            case FillCorrected corrected -> corrected(corrected, header);
            case CashFlowBooked flow -> flowed(flow, header);
            case PositionChanged changed -> position(changed, header);
            case BalanceChanged changed -> balance(changed, header);
            case OrderRefused refused -> refused(refused, header);
            case OrderFlagged flagged ->
                notice(header, flagged.flag().name(), "order " + flagged.orderId(), flagged.detail());
            case GateChanged changed ->
                notice(
                        header,
                        changed.open() ? "GATE_OPEN" : "GATE_CLOSED",
                        words(changed.venueAccount()),
                        changed.reason());
            case KillSwitchSet set ->
                notice(
                        header,
                        set.engaged() ? "KILL_SWITCH_ENGAGED" : "KILL_SWITCH_RELEASED",
                        set.scope() + (set.subject().isEmpty() ? "" : " " + set.subject()),
                        set.by() + ": " + set.reason());
            case FactParked parked -> notice(header, "FACT_PARKED", words(parked.venueAccount()), parked.what());
            case StorageChanged storage ->
                notice(header, storage.low() ? "STORAGE_LOW" : "STORAGE_OK", "", storage.freeBytes() + " bytes free");
            default -> {} // moves the core's own gears
        }
    }

    /// Says that events are missing between the last one written and this one, in a row under the number of the last
    /// one
    /// missing.
    public void lost(EventHeader next, long lastNumber) {
        row(tables.notices(), next.timeNs(), next.number() - 1)
                .symbol("EVENTS_LOST")
                .text("after event " + lastNumber)
                .text("up to event " + (next.number() - 1))
                .append();
    }

    private Row row(Table table, EventHeader header) {
        return row(table, header.timeNs(), header.number());
    }

    private Row row(Table table, long timeNs, long number) {
        return store.row(table, timeNs, number);
    }

    private void accepted(OrderAccepted accepted, EventHeader header) {
        var terms = accepted.terms();
        var instrument = catalogue.instrument(terms.instrument());
        instrumentByOrder.put(accepted.orderId(), instrument.id());
        row(tables.orders(), header)
                .whole(accepted.orderId())
                .symbol(terms.account())
                .symbol(terms.strategy())
                .text(terms.clientKey())
                .symbol(instrument.symbol())
                .symbol(terms.side().name())
                .symbol(terms.type().name())
                .symbol(terms.tif().name())
                .decimal(instrument.quantityText(terms.quantity()))
                .decimal(price(instrument, terms.price()))
                .decimal(price(instrument, terms.stopPrice()))
                .time(accepted.receivedNs())
                .append();
    }

    private static String price(Instrument instrument, long price) {
        return price == 0 ? "" : instrument.priceText(price);
    }

    private void moved(OrderMoved moved, EventHeader header) {
        step(header, moved.orderId(), 0, moved.from(), moved.to())
                .decimal(quantity(moved.orderId(), moved.filled()))
                .text(NO_CHILD)
                .symbol(moved.evidence().name())
                .text(moved.reason())
                .append();
        if (moved.to().isTerminal()) {
            instrumentByOrder.remove(moved.orderId());
        }
    }

    private void moved(ChildMoved moved, EventHeader header) {
        step(header, moved.orderId(), moved.childId(), moved.from(), moved.to())
                .decimal(quantity(moved.orderId(), moved.filled()))
                .text(moved.venueOrderId())
                .symbol(moved.evidence().name())
                .text(moved.reason())
                .append();
    }

    private Row step(EventHeader header, long orderId, long childId, OrderStatus was, OrderStatus became) {
        return row(tables.steps(), header)
                .whole(orderId)
                .whole(childId)
                .symbol(was.name())
                .symbol(became.name());
    }

    /// "" where the order's acceptance is older than what the database keeps.
    private String quantity(long orderId, long quantity) {
        Integer known = instrumentByOrder.get(orderId);
        int instrument = known == null ? instrumentOf(orderId) : known;
        return instrument == 0 ? "" : catalogue.instrument(instrument).quantityText(quantity);
    }

    private int instrumentOf(long orderId) {
        List<List<String>> found = store.ask(
                "select id from %s where kind = 'INSTRUMENT' and name in (select instrument::varchar from %s where order_id = %d)"
                        .formatted(tables.definitions().name(), tables.orders().name(), orderId));
        int instrument = found.isEmpty() ? 0 : Integer.parseInt(found.getFirst().getFirst());
        instrumentByOrder.put(orderId, instrument);
        return instrument;
    }

    private void ready(ChildReady ready, EventHeader header) {
        var instrument = catalogue.instrument(ready.instrument());
        instrumentByOrder.putIfAbsent(ready.orderId(), instrument.id());
        var row = row(tables.children(), header).whole(ready.childId()).whole(ready.orderId());
        catalogue
                .place(ready.venueAccount())
                .on(row)
                .symbol(instrument.symbol())
                .symbol(ready.side().name())
                .symbol(ready.type().name())
                .symbol(ready.tif().name())
                .decimal(instrument.quantityText(ready.quantity()))
                .decimal(price(instrument, ready.price()))
                .time(ready.receivedNs())
                .append();
    }

    private void filled(FillBooked fill, EventHeader header) {
        var instrument = catalogue.instrument(fill.instrument());
        var row = row(tables.fills(), header).whole(fill.orderId()).whole(fill.childId());
        catalogue
                .place(fill.venueAccount())
                .on(row)
                .symbol(instrument.symbol())
                .text(fill.venueOrderId())
                .text(fill.tradeId())
                .symbol(fill.side().name())
                .decimal(instrument.quantityText(fill.quantity()))
                .decimal(fill.price().toString())
                .decimal(fill.quote().toString())
                .decimal(fill.fee().toString())
                .symbol(catalogue.asset(fill.feeAsset()))
                .symbol(fill.liquidity().name())
                .time(fill.venueTimeNs())
                .symbol(fill.evidence().name())
                .append();
    }

    private void corrected(FillCorrected corrected, EventHeader header) {
        var instrument = catalogue.instrument(corrected.instrument());
        var row = row(tables.corrections(), header).whole(corrected.orderId()).whole(corrected.childId());
        catalogue
                .place(corrected.venueAccount())
                .on(row)
                .symbol(instrument.symbol())
                .text(corrected.venueOrderId())
                .text(corrected.tradeId())
                .decimal(instrument.quantityText(corrected.quantityBefore()))
                .decimal(instrument.quantityText(corrected.quantity()))
                .decimal(corrected.price().toString())
                .decimal(corrected.quote().toString())
                .decimal(corrected.fee().toString())
                .symbol(catalogue.asset(corrected.feeAsset()))
                .text(corrected.reason())
                .append();
    }

    private void flowed(CashFlowBooked flow, EventHeader header) {
        boolean isOfOne = catalogue.isInstrument(flow.instrument());
        catalogue
                .place(flow.venueAccount())
                .on(row(tables.cashFlows(), header))
                .symbol(catalogue.asset(flow.asset()))
                .decimal(flow.amount().toString())
                .symbol(flow.kind().name())
                .symbol(isOfOne ? catalogue.instrument(flow.instrument()).symbol() : "")
                .text(flow.reference())
                .time(flow.venueTimeNs())
                .text(flow.detail())
                .append();
    }

    private void position(PositionChanged changed, EventHeader header) {
        var instrument = catalogue.instrument(changed.instrument());
        catalogue
                .place(changed.venueAccount())
                .on(row(tables.positions(), header))
                .symbol(instrument.symbol())
                .decimal(instrument.quantityText(changed.quantity()))
                .decimal(changed.cost().toString())
                .decimal(changed.realised().toString())
                .symbol(changed.cause().name())
                .append();
    }

    private void balance(BalanceChanged changed, EventHeader header) {
        catalogue
                .place(changed.venueAccount())
                .on(row(tables.balances(), header))
                .symbol(catalogue.asset(changed.asset()))
                .decimal(changed.total().toString())
                .decimal(changed.reserved().toString())
                .symbol(changed.cause().name())
                .append();
    }

    private void refused(OrderRefused refused, EventHeader header) {
        row(tables.refusals(), header)
                .symbol(refused.account())
                .text(refused.clientKey())
                .symbol(refused.refusal().code().name())
                .symbol(refused.refusal().field())
                .text(refused.refusal().value())
                .text(refused.refusal().limit())
                .append();
    }

    private void notice(EventHeader header, String kind, String subject, String detail) {
        row(tables.notices(), header).symbol(kind).text(subject).text(detail).append();
    }

    private String words(int venueAccount) {
        var place = catalogue.place(venueAccount);
        return place.account() + "/" + place.venue() + ":" + place.label();
    }
}
