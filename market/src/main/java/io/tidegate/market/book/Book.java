package io.tidegate.market.book;

import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/// One venue's book of one instrument: what rests there at each price, as far as the venue has told.
///
/// One thread writes, in batches: what a venue tells in one message becomes visible as a whole, never half. Any
/// thread reads without a lock, by copying into a [BookView] of its own. A stamp makes the copies consistent (a
/// sequence lock):
///
/// ```
/// writer:  stamp odd | levels change ... | stamp even, one up
/// reader:  stamp?    | copy ...          | stamp again: the same and even, or the copy is thrown away
/// ```
///
/// A book that is not VALID shows no levels. Only a snapshot makes it VALID; a batch that leaves it crossed or
/// beyond its depth takes that away, and so does [#invalidate]. Changes allocate nothing once the book has seen
/// its depth.
public final class Book {
    /// Most levels that a side may be allowed to have; the deepest feeds we know show 5,000 and grow from there.
    public static final int LEVELS_MAX = 65_536;

    /// A reader's patience, well above the time that a large batch takes.
    private static final int ATTEMPTS_MAX = 10_000;

    private static final VarHandle STAMP;

    static {
        try {
            STAMP = MethodHandles.lookup().findVarHandle(Book.class, "stamp", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Instrument instrument;
    private final Optional<BookChecksum> checksum;
    private final WrittenLevels written = new WrittenLevels();
    private final Ladder bids;
    private final Ladder asks;
    private long stamp;
    private Condition condition = Condition.NOT_BUILT;
    private Condition conditionAfter = Condition.NOT_BUILT;
    private long sequence;
    private long atNs;

    public Book(Instrument instrument) {
        this(instrument, LEVELS_MAX);
    }

    /// @param levelsMax most levels of a side, 1 to [#LEVELS_MAX]; with more the book is TOO_DEEP
    public Book(Instrument instrument, int levelsMax) {
        this(instrument, levelsMax, Optional.empty());
    }

    /// A book that the venue lets us check; it keeps the venue's digits.
    public Book(Instrument instrument, int levelsMax, BookChecksum checksum) {
        this(instrument, levelsMax, Optional.of(checksum));
    }

    private Book(Instrument instrument, int levelsMax, Optional<BookChecksum> checksum) {
        if (levelsMax < 1 || levelsMax > LEVELS_MAX) {
            throw new IllegalArgumentException(
                    "levelsMax " + levelsMax + " is not within 1 to " + LEVELS_MAX + ": " + instrument.symbol());
        }
        this.instrument = instrument;
        this.checksum = checksum;
        this.bids = new Ladder(1, levelsMax, checksum.isPresent());
        this.asks = new Ladder(-1, levelsMax, checksum.isPresent());
    }

    public Instrument instrument() {
        return instrument;
    }

    /// Begins a batch of changes; readers wait until it is committed. The writer's thread, like all below but
    /// `read`.
    public void beginChange() {
        begin();
        conditionAfter = condition;
    }

    /// Begins a batch that builds the book anew, from nothing.
    public void beginSnapshot() {
        begin();
        bids.clear();
        asks.clear();
        conditionAfter = Condition.VALID;
    }

    /// The same, with these levels to begin with, the best of each side first: that order is quickest, any will do.
    public void beginSnapshot(Levels levels) {
        beginSnapshot();
        for (int index = 0; index < levels.count(); index++) {
            if (levels.quantity(index) == 0) { // takes back what stands before it: only the order of telling will do
                set(levels);
                return;
            }
        }
        for (int index = levels.count() - 1; index >= 0; index--) {
            check(levels.price(index), levels.quantity(index));
            if (!ladder(levels.side(index))
                    .setIfAbsent(levels.price(index), levels.quantity(index), levels.digits(index))) {
                conditionAfter = Condition.TOO_DEEP;
            }
        }
    }

    private void begin() {
        if (isOpen()) {
            throw new IllegalStateException("a batch of " + instrument.symbol() + " is already open");
        }
        STAMP.setOpaque(this, stamp + 1);
        VarHandle.storeStoreFence(); // no change below may be seen before the odd stamp
    }

    /// Within a batch: so much rests at that price now, 0 for nothing. A level that is not there can be deleted.
    ///
    /// @param side     BUY for the bids, SELL for the asks
    /// @param price    at the instrument's scale, above 0
    /// @param quantity at the instrument's scale, not below 0; absolute, not a difference
    /// @throws IllegalArgumentException beyond those ranges; whoever reads the feed refuses such a message first
    public void set(Side side, long price, long quantity) {
        set(side, price, quantity, (short) 0);
    }

    private void set(Side side, long price, long quantity, short digits) {
        check(price, quantity);
        requireOpen();
        if (!ladder(side).set(price, quantity, digits)) {
            conditionAfter = Condition.TOO_DEEP;
        }
    }

    private void check(long price, long quantity) {
        if (price <= 0 || quantity < 0) {
            throw new IllegalArgumentException(instrument.symbol() + ": no level of price " + price + " and quantity "
                    + quantity + " in units of the scale");
        }
    }

    /// Within a batch: all of these.
    public void set(Levels levels) {
        for (int index = 0; index < levels.count(); index++) {
            set(levels.side(index), levels.price(index), levels.quantity(index), levels.digits(index));
        }
    }

    /// Within a batch, behind all its levels: leaves as many of the best levels as a venue shows that tells the best
    /// few alone and does not say what falls out of sight.
    ///
    /// @param levelsMax of each side, at least 1
    public void keepBest(int levelsMax) {
        requireOpen();
        bids.keepBest(levelsMax);
        asks.keepBest(levelsMax);
    }

    /// Ends a batch with the venue's checksum, and shows it if ours is the same.
    ///
    /// @return BAD_CHECKSUM when it differs
    /// @throws IllegalStateException when the book was made without a checksum
    public Condition commit(long sequence, long atNs, long venueChecksum) {
        requireOpen();
        var ours = checksum.orElseThrow(() -> new IllegalStateException("no checksum of " + instrument.symbol()));
        if (conditionAfter == Condition.VALID && ours.of(written) != venueChecksum) {
            conditionAfter = Condition.BAD_CHECKSUM;
        }
        return commit(sequence, atNs);
    }

    /// Ends a batch and shows it.
    ///
    /// @param sequence the venue's number of the state that the book now has
    /// @param atNs     when the message was received, nanoseconds since 1970 UTC
    /// @return the condition in which the book is now
    public Condition commit(long sequence, long atNs) {
        requireOpen();
        if (conditionAfter == Condition.VALID && isCrossed()) {
            conditionAfter = Condition.CROSSED;
        }
        this.sequence = sequence;
        this.atNs = atNs;
        end();
        return condition;
    }

    /// Takes the book out of use until its next snapshot; an open batch ends with it. Calling it again gives
    /// the new reason.
    public void invalidate(Condition why) {
        if (why == Condition.VALID || why == Condition.BUSY) {
            throw new IllegalArgumentException(why + " is no reason against a book");
        }
        if (!isOpen()) {
            begin();
        }
        conditionAfter = why;
        end();
    }

    private void end() {
        condition = conditionAfter;
        STAMP.setRelease(this, stamp + 1);
    }

    private boolean isCrossed() {
        return bids.count() > 0 && asks.count() > 0 && bids.best() >= asks.best();
    }

    private boolean isOpen() {
        return (stamp & 1) == 1;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("no batch of " + instrument.symbol() + " is open");
        }
    }

    /// In which condition the book is. The writer's thread; others read it from their view.
    public Condition condition() {
        return condition;
    }

    /// The venue's number of the state shown, and when its message was received. The writer's thread.
    public long sequence() {
        return sequence;
    }

    public long atNs() {
        return atNs;
    }

    /// How many levels that side has. The writer's thread.
    public int count(Side side) {
        return ladder(side).count();
    }

    private Ladder ladder(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /// Grows with every batch: a reader that has this version already need not copy again. Any thread.
    public long version() {
        return (long) STAMP.getAcquire(this) >>> 1;
    }

    /// Copies the best levels, as many as the view holds, with condition and sequence, all of one moment. Any
    /// thread.
    ///
    /// @return the view's condition; BUSY, with no levels, when the writer left no moment within a bounded time
    public Condition read(BookView into) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            long before = (long) STAMP.getAcquire(this);
            if ((before & 1) == 0) {
                into.copy(condition, bids, asks, sequence, atNs, before >>> 1);
                VarHandle.acquireFence(); // the copy above is complete before the stamp is looked at again
                if ((long) STAMP.getOpaque(this) == before) {
                    return into.condition();
                }
            }
            Thread.onSpinWait();
        }
        into.clear(Condition.BUSY);
        return Condition.BUSY;
    }

    /// The levels as a checksum sees them.
    private final class WrittenLevels implements BookChecksum.Best {
        @Override
        public int count(Side side) {
            return ladder(side).count();
        }

        @Override
        public long price(Side side, int index) {
            return ladder(side).price(index);
        }

        @Override
        public long quantity(Side side, int index) {
            return ladder(side).quantity(index);
        }

        @Override
        public void writePrice(Side side, int index, StringBuilder to) {
            Digits.write(
                    price(side, index),
                    instrument.priceScale(),
                    Digits.priceDecimals(ladder(side).digits(index)),
                    to);
        }

        @Override
        public void writeQuantity(Side side, int index, StringBuilder to) {
            Digits.write(
                    quantity(side, index),
                    instrument.quantityScale(),
                    Digits.quantityDecimals(ladder(side).digits(index)),
                    to);
        }
    }
}
