package io.tidegate.app.demo;

import io.tidegate.journal.EventMark;
import io.tidegate.journal.EventReader;
import io.tidegate.journal.Journal;
import io.tidegate.model.event.AssetDefined;
import io.tidegate.model.event.BalanceChanged;
import io.tidegate.model.event.ChildMoved;
import io.tidegate.model.event.ChildReady;
import io.tidegate.model.event.Event;
import io.tidegate.model.event.FactParked;
import io.tidegate.model.event.FillBooked;
import io.tidegate.model.event.InstrumentDefined;
import io.tidegate.model.event.OrderAccepted;
import io.tidegate.model.event.OrderFlagged;
import io.tidegate.model.event.OrderMoved;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.instrument.Asset;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.ClientOrderId;
import io.tidegate.model.order.Flag;
import io.tidegate.model.order.OrderStatus;
import io.tidegate.wire.EventHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// What the whole event stream says, read once more from its very beginning, number by number and hash by hash.
///
/// It shares nothing with the books that clients see. One thread.
final class OurTruth {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
    private static final long PAUSE_NS = 100_000;

    final Map<Integer, Instrument> instruments = new TreeMap<>();
    final Map<Integer, Asset> assets = new TreeMap<>();
    final Map<String, FillBooked> fills = new TreeMap<>();
    final List<String> doubled = new ArrayList<>();
    final Set<String> handedOut = new HashSet<>();
    final Map<Integer, Amount> balances = new TreeMap<>();
    final Map<Integer, PositionChanged> positions = new TreeMap<>();
    final Map<Long, OrderStatus> orders = new TreeMap<>();
    final List<String> remarkable = new ArrayList<>();
    final Histogram toAckNs = new Histogram(3);
    private final Map<Long, Long> receivedNs = new TreeMap<>();

    /// Reads up to that event.
    ///
    /// @throws IllegalStateException when an event is missing, or is not the one that was written, or comes late
    static OurTruth read(Journal journal, long lastNumber) {
        var truth = new OurTruth();
        long deadlineNs = System.nanoTime() + READ_TIMEOUT.toNanos();
        try (EventReader reader = EventReader.resume(journal, EventMark.START)) {
            while (reader.mark().number() < lastNumber) {
                if (reader.poll(System.nanoTime(), (position, header, event) -> truth.take(header, event)) == 0) {
                    LockSupport.parkNanos(PAUSE_NS);
                }
                if (System.nanoTime() - deadlineNs > 0) {
                    throw new IllegalStateException(
                            "events end at " + reader.mark().number() + ", expected " + lastNumber);
                }
            }
        }
        return truth;
    }

    /// The name of a fill on both sides.
    static String key(String symbol, String venueOrderId, String tradeId) {
        return symbol + " order " + venueOrderId + " trade " + tradeId;
    }

    private void take(EventHeader header, Event event) {
        switch (event) {
            case AssetDefined defined -> assets.put(defined.asset().id(), defined.asset());
            case InstrumentDefined defined ->
                instruments.put(defined.instrument().id(), defined.instrument());
            case OrderAccepted accepted -> orders.put(accepted.orderId(), OrderStatus.PENDING);
            case OrderMoved moved -> orders.put(moved.orderId(), moved.to());
            case OrderFlagged flagged when flagged.flag() != Flag.LIKELY_DUPLICATE -> remark(flagged);
            case FactParked parked -> remarkable.add("parked: " + parked.what());
            case ChildReady ready -> {
                handedOut.add(ClientOrderId.of(ready.incarnation(), ready.childId()));
                receivedNs.put(ready.childId(), ready.receivedNs());
            }
            case ChildMoved moved -> acknowledged(moved, header.timeNs());
            case FillBooked fill -> book(fill);
            case BalanceChanged balance -> balances.put(balance.asset(), balance.total());
            case PositionChanged position -> positions.put(position.instrument(), position);
            default -> {} // says nothing that a venue could contradict
        }
    }

    private void remark(OrderFlagged flagged) {
        if (flagged.flag() == Flag.OVER_FILL) {
            remarkable.add("order " + flagged.orderId() + " is over-filled");
        }
    }

    private void acknowledged(ChildMoved moved, long atNs) {
        Long sinceNs = receivedNs.remove(moved.childId());
        if (sinceNs != null && moved.from() == OrderStatus.SUBMITTED && moved.to() != OrderStatus.REJECTED) {
            toAckNs.recordValue(Math.clamp(atNs - sinceNs, 0, TimeUnit.HOURS.toNanos(1)));
        }
    }

    private void book(FillBooked fill) {
        Instrument instrument = instruments.get(fill.instrument());
        String symbol = instrument == null ? "#" + fill.instrument() : instrument.symbol();
        String key = key(symbol, fill.venueOrderId(), fill.tradeId());
        if (fills.put(key, fill) != null) {
            doubled.add(key);
        }
    }

    long count(OrderStatus status) {
        return orders.values().stream().filter(status::equals).count();
    }
}
