package io.tidegate.core.ledger;

import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.FillStands;
import io.tidegate.model.event.PositionBaseStands;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has been bought less what has been sold, per venue account and instrument (SPEC POS-1).
///
/// Beside what each position is, this keeps its base: what it was before the oldest fill that is still remembered, so
/// that a correction can restate it (see [FillBook]).
public final class Positions {
    /// The largest quantity that a position may reach, in units of the instrument: half of 63 bits, so that a fill
    /// and a position can always be added.
    public static final long QUANTITY_MAX = Long.MAX_VALUE / 2;

    private final Map<Long, Position> positions = new LinkedHashMap<>();
    private final Map<Long, Position> bases = new LinkedHashMap<>();

    /// Whether a fill of that size stays within range; what does not is parked by the caller.
    public boolean takes(int venueAccount, int instrument, Side side, long quantity, Amount quote) {
        return at(venueAccount, instrument).takes(side, quantity, quote);
    }

    /// Books a fill and tells what became of the position; one through zero is told as a close and an opening.
    ///
    /// @param quantity positive, at the instrument's scale
    /// @param quote    what was paid or received, positive
    public void book(int venueAccount, int instrument, Side side, long quantity, Amount quote, EventSink out) {
        Position before = at(venueAccount, instrument);
        Position after = before.after(side, quantity, quote);
        positions.put(key(venueAccount, instrument), after);
        if (before.turnsInto(after)) {
            Position flat = new Position(0, Amount.ZERO, after.realised());
            out.emit(line(venueAccount, instrument, flat, PositionCause.CLOSE));
        }
        out.emit(line(venueAccount, instrument, after, before.causeOf(after)));
    }

    /// The open quantity, negative when short.
    public long quantity(int venueAccount, int instrument) {
        return at(venueAccount, instrument).quantity();
    }

    Position at(int venueAccount, int instrument) {
        return positions.getOrDefault(key(venueAccount, instrument), Position.FLAT);
    }

    Position base(int venueAccount, int instrument) {
        return bases.getOrDefault(key(venueAccount, instrument), Position.FLAT);
    }

    /// States a position anew; told when that changes it.
    void restate(int venueAccount, int instrument, Position to, PositionCause cause, EventSink out) {
        if (!to.equals(positions.put(key(venueAccount, instrument), to))) {
            out.emit(line(venueAccount, instrument, to, cause));
        }
    }

    /// A fill is forgotten: from now on it is part of the base.
    void absorb(FillStands fill) {
        if (fill.quantity() > 0) {
            Position base = base(fill.venueAccount(), fill.instrument());
            bases.put(
                    key(fill.venueAccount(), fill.instrument()),
                    base.after(fill.side(), fill.quantity(), fill.quote()));
        }
    }

    /// All that exist.
    public List<PositionChanged> all() {
        return positions.entrySet().stream()
                .map(entry -> line(
                        (int) (entry.getKey() >> 32),
                        entry.getKey().intValue(),
                        entry.getValue(),
                        PositionCause.STANDS))
                .toList();
    }

    /// All that exist, as lines.
    public List<Event> lines() {
        return List.copyOf(all());
    }

    /// All bases, as lines; they follow the positions in a snapshot.
    public List<Event> bases() {
        var lines = new ArrayList<Event>();
        for (long key : positions.keySet()) {
            Position base = bases.getOrDefault(key, Position.FLAT);
            lines.add(new PositionBaseStands(
                    (int) (key >> 32), (int) key, base.quantity(), base.cost(), base.realised()));
        }
        return lines;
    }

    /// One as a line, as it is when this is called.
    public Optional<Event> line(int venueAccount, int instrument) {
        return Optional.ofNullable(positions.get(key(venueAccount, instrument)))
                .map(position -> line(venueAccount, instrument, position, PositionCause.STANDS));
    }

    /// Takes a position; until its base is told, it is its own base, as where no fills were kept.
    public void restore(PositionChanged line) {
        long key = key(line.venueAccount(), line.instrument());
        positions.put(key, new Position(line.quantity(), line.cost(), line.realised()));
        bases.put(key, new Position(line.quantity(), line.cost(), line.realised()));
    }

    public void restore(PositionBaseStands line) {
        bases.put(
                key(line.venueAccount(), line.instrument()),
                new Position(line.quantity(), line.cost(), line.realised()));
    }

    private static PositionChanged line(int venueAccount, int instrument, Position position, PositionCause cause) {
        return new PositionChanged(
                venueAccount, instrument, position.quantity(), position.cost(), position.realised(), cause);
    }

    private static long key(int venueAccount, int instrument) {
        return ((long) venueAccount << 32) | instrument;
    }
}
