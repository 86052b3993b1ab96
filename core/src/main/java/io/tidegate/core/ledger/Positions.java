package io.tidegate.core.ledger;

import io.tidegate.model.event.Event;
import io.tidegate.model.event.EventSink;
import io.tidegate.model.event.PositionCause;
import io.tidegate.model.event.PositionChanged;
import io.tidegate.model.number.Amount;
import io.tidegate.model.order.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has been bought less what has been sold, per venue account and instrument (SPEC POS-1).
///
/// The average price is never stored: cost and quantity are. A reduction releases ⌊cost × closed ∕ position⌋, what
/// remains stays, a flat position releases all; a fill through zero closes and opens.
public final class Positions {
    /// The largest quantity that a position may reach, in units of the instrument: half of 63 bits, so that a fill
    /// and a position can always be added.
    public static final long QUANTITY_MAX = Long.MAX_VALUE / 2;

    private record Position(long quantity, Amount cost, Amount realised) {
        static final Position FLAT = new Position(0, Amount.ZERO, Amount.ZERO);
    }

    private final Map<Long, Position> positions = new LinkedHashMap<>();

    /// Whether a fill of that size stays within range; what does not is parked by the caller.
    public boolean takes(int venueAccount, int instrument, Side side, long quantity, Amount quote) {
        Position position = positions.getOrDefault(key(venueAccount, instrument), Position.FLAT);
        return quantity <= QUANTITY_MAX
                && Math.abs(position.quantity + side.sign() * quantity) <= QUANTITY_MAX
                && quote.isModest()
                && position.cost.isModest()
                && position.realised.isModest();
    }

    /// Books a fill and tells what became of the position.
    ///
    /// @param quantity positive, at the instrument's scale
    /// @param quote    what was paid or received, positive
    public void book(int venueAccount, int instrument, Side side, long quantity, Amount quote, EventSink out) {
        Position before = positions.getOrDefault(key(venueAccount, instrument), Position.FLAT);
        long held = before.quantity;
        long signed = side.sign() * quantity;
        Amount paid = side == Side.BUY ? quote : quote.negated();
        Position after;
        PositionCause cause;
        if (held == 0 || Long.signum(held) == Long.signum(signed)) {
            after = new Position(held + signed, before.cost.plus(paid), before.realised);
            cause = held == 0 ? PositionCause.OPEN : PositionCause.INCREASE;
        } else {
            long closed = Math.min(Math.abs(held), quantity);
            // What this fill pays for the part that closes; the rest of it, if any, opens the other way.
            Amount closing = closed == quantity ? paid : paid.share(closed, quantity);
            Amount released = closed == Math.abs(held) ? before.cost : before.cost.share(closed, Math.abs(held));
            Amount realised = before.realised.minus(closing).minus(released);
            Amount cost = before.cost.minus(released).plus(paid.minus(closing));
            after = new Position(held + signed, cost, realised);
            cause = after.quantity == 0
                    ? PositionCause.CLOSE
                    : closed == quantity ? PositionCause.DECREASE : PositionCause.OPEN;
        }
        positions.put(key(venueAccount, instrument), after);
        out.emit(line(venueAccount, instrument, after, cause));
    }

    /// The open quantity, negative when short.
    public long quantity(int venueAccount, int instrument) {
        return positions.getOrDefault(key(venueAccount, instrument), Position.FLAT).quantity;
    }

    /// All that exist, as lines.
    public List<Event> lines() {
        return positions.entrySet().stream()
                .<Event>map(entry -> line(
                        (int) (entry.getKey() >> 32),
                        entry.getKey().intValue(),
                        entry.getValue(),
                        PositionCause.STANDS))
                .toList();
    }

    /// One as a line, as it is when this is called.
    public Optional<Event> line(int venueAccount, int instrument) {
        return Optional.ofNullable(positions.get(key(venueAccount, instrument)))
                .map(position -> line(venueAccount, instrument, position, PositionCause.STANDS));
    }

    public void restore(PositionChanged line) {
        positions.put(
                key(line.venueAccount(), line.instrument()),
                new Position(line.quantity(), line.cost(), line.realised()));
    }

    private static PositionChanged line(int venueAccount, int instrument, Position position, PositionCause cause) {
        return new PositionChanged(
                venueAccount, instrument, position.quantity, position.cost, position.realised, cause);
    }

    private static long key(int venueAccount, int instrument) {
        return ((long) venueAccount << 32) | instrument;
    }
}
