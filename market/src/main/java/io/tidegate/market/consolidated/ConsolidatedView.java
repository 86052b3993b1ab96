package io.tidegate.market.consolidated;

import io.tidegate.market.book.Book;
import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The best levels of one instrument over all its venues, merged; each level stays one venue's.
///
/// A reader's own copy, filled again by [#read]. Every venue's part is whole and of one moment; the moments of two
/// venues differ by what their messages took. Books that are not VALID have no part in it. Unlike a venue's own, the
/// consolidated book may be crossed: that is an opportunity, shown as such. One thread; allocates nothing.
public final class ConsolidatedView {
    private final BookView[] views;
    private final Condition[] conditions;
    private final int[] next;
    private final int levelsMax;
    private final int[][] venues = new int[2][];
    private final int[][] indexes = new int[2][];
    private final int[] counts = new int[2];

    /// @param levelsMax how many levels of each side it holds, at least 1
    /// @param venuesMax how many books it can merge, at least 1
    public ConsolidatedView(int levelsMax, int venuesMax) {
        if (levelsMax < 1 || venuesMax < 1) {
            throw new IllegalArgumentException(
                    "a view of " + levelsMax + " levels over " + venuesMax + " venues shows nothing");
        }
        this.levelsMax = levelsMax;
        this.views = new BookView[venuesMax];
        Arrays.setAll(views, venue -> new BookView(levelsMax));
        this.conditions = new Condition[venuesMax];
        Arrays.fill(conditions, Condition.NOT_BUILT);
        this.next = new int[venuesMax];
        for (int side = 0; side < 2; side++) {
            venues[side] = new int[levelsMax];
            indexes[side] = new int[levelsMax];
        }
    }

    /// Reads all books and merges them. At one price the book that stands first in the list comes first.
    ///
    /// @param books of one instrument; their order gives the venues' indexes
    public void read(List<Book> books) {
        if (books.size() > views.length) {
            throw new IllegalArgumentException(books.size() + " books in a view over " + views.length + " venues");
        }
        for (int venue = 0; venue < books.size(); venue++) {
            requireSameUnits(books.getFirst().instrument(), books.get(venue).instrument());
            conditions[venue] = books.get(venue).read(views[venue]);
        }
        counts[0] = merge(Side.BUY, books.size());
        counts[1] = merge(Side.SELL, books.size());
    }

    private static void requireSameUnits(Instrument one, Instrument other) {
        if (one.id() != other.id()
                || one.priceScale() != other.priceScale()
                || one.quantityScale() != other.quantityScale()) {
            throw new IllegalArgumentException("no one book of " + one + " and " + other);
        }
    }

    private int merge(Side side, int venueCount) {
        Arrays.fill(next, 0);
        int[] venueOf = venues[row(side)];
        int[] indexOf = indexes[row(side)];
        int merged = 0;
        while (merged < levelsMax) {
            int best = -1;
            for (int venue = 0; venue < venueCount; venue++) {
                if (next[venue] < views[venue].count(side)
                        && (best < 0
                                || side.sign() * views[venue].price(side, next[venue])
                                        > side.sign() * views[best].price(side, next[best]))) {
                    best = venue;
                }
            }
            if (best < 0) {
                break;
            }
            venueOf[merged] = best;
            indexOf[merged] = next[best];
            next[best]++;
            merged++;
        }
        return merged;
    }

    private static int row(Side side) {
        return side == Side.BUY ? 0 : 1;
    }

    /// How many levels of that side there are: BUY for the bids, SELL for the asks.
    public int count(Side side) {
        return counts[row(side)];
    }

    /// Whose level that is: the index of its book in the list that was read. The best level has index 0.
    public int venue(Side side, int index) {
        return venues[row(side)][checked(side, index)];
    }

    public long price(Side side, int index) {
        int level = checked(side, index);
        return views[venues[row(side)][level]].price(side, indexes[row(side)][level]);
    }

    public long quantity(Side side, int index) {
        int level = checked(side, index);
        return views[venues[row(side)][level]].quantity(side, indexes[row(side)][level]);
    }

    private int checked(Side side, int index) {
        if (index < 0 || index >= count(side)) {
            throw new IndexOutOfBoundsException("level " + index + " of " + count(side) + " of " + side);
        }
        return index;
    }

    /// The part of one venue, as it was read.
    public BookView of(int venue) {
        return views[venue];
    }

    /// Whether that venue's book has a part in this one.
    public Condition condition(int venue) {
        return conditions[venue];
    }

    /// The best price of that side over all venues; empty when nothing rests there.
    public OptionalLong best(Side side) {
        return count(side) == 0 ? OptionalLong.empty() : OptionalLong.of(price(side, 0));
    }

    /// Whether somewhere is bid as much as is asked elsewhere, or more.
    public boolean isCrossed() {
        return count(Side.BUY) > 0 && count(Side.SELL) > 0 && price(Side.BUY, 0) >= price(Side.SELL, 0);
    }

    /// What rests at that price or better on that side, at most `Long.MAX_VALUE`.
    public long depthTo(Side side, long price) {
        long depth = 0;
        for (int index = 0; index < count(side); index++) {
            if (side.sign() * price(side, index) < side.sign() * price) {
                break;
            }
            depth = depth > Long.MAX_VALUE - quantity(side, index) ? Long.MAX_VALUE : depth + quantity(side, index);
        }
        return depth;
    }
}
