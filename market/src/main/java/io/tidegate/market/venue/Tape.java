package io.tidegate.market.venue;

import io.tidegate.model.order.Side;
import java.util.Optional;

/// The trades of one instrument at one venue, as far as they were told: the last one, and sums over all.
///
/// Trades are known by the venue's rising numbers: what comes again is ignored, holes are counted where the numbers
/// are dense. One thread writes, any thread reads without a lock.
public final class Tape {
    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int QUANTITY = 2;
    private static final int AGGRESSOR = 3;
    private static final int TIME_NS = 4;
    private static final int AT_NS = 5;
    private static final int TRADES = 6;
    private static final int MISSED = 7;
    private static final int VOLUME = 8;
    private static final int COUNT = 9;

    private final boolean isDense;
    private final SharedNumbers numbers = new SharedNumbers(COUNT);

    /// @param isDense whether each trade's number is one more than the one before
    public Tape(boolean isDense) {
        this.isDense = isDense;
    }

    /// A trade.
    ///
    /// @param price     at the instrument's scale, like the quantity
    /// @param aggressor side of the order that took
    /// @param timeNs    when it happened by the venue's clock, nanoseconds since 1970 UTC
    /// @param atNs      when it was received by ours
    public record Trade(long id, long price, long quantity, Side aggressor, long timeNs, long atNs) {}

    /// What the tape has seen since it was made.
    ///
    /// @param trades how many
    /// @param missed how many more there must have been by their numbers
    /// @param volume sum of quantities at the instrument's scale, at most `Long.MAX_VALUE`
    public record Sums(long trades, long missed, long volume) {}

    /// Takes a trade unless it is known. The writer's thread.
    ///
    /// @return false when its number is not above the last one
    public boolean trade(long id, long price, long quantity, Side aggressor, long timeNs, long atNs) {
        long trades = numbers.get(TRADES);
        long last = numbers.get(ID);
        if (trades > 0 && id <= last) {
            return false;
        }
        long missed = isDense && trades > 0 ? id - last - 1 : 0;
        long volume = numbers.get(VOLUME);
        numbers.begin();
        numbers.put(ID, id);
        numbers.put(PRICE, price);
        numbers.put(QUANTITY, quantity);
        numbers.put(AGGRESSOR, aggressor.sign());
        numbers.put(TIME_NS, timeNs);
        numbers.put(AT_NS, atNs);
        numbers.put(TRADES, trades + 1);
        numbers.put(MISSED, numbers.get(MISSED) + missed);
        numbers.put(VOLUME, volume > Long.MAX_VALUE - quantity ? Long.MAX_VALUE : volume + quantity);
        numbers.end();
        return true;
    }

    /// The latest trade. Any thread.
    public Optional<Trade> last() {
        var seen = new long[COUNT];
        return numbers.read(seen) == 0
                ? Optional.empty()
                : Optional.of(new Trade(
                        seen[ID],
                        seen[PRICE],
                        seen[QUANTITY],
                        seen[AGGRESSOR] == Side.BUY.sign() ? Side.BUY : Side.SELL,
                        seen[TIME_NS],
                        seen[AT_NS]));
    }

    /// Sums over all trades. Any thread.
    public Sums sums() {
        var seen = new long[COUNT];
        numbers.read(seen);
        return new Sums(seen[TRADES], seen[MISSED], seen[VOLUME]);
    }
}
