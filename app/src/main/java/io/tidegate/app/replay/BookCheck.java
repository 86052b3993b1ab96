package io.tidegate.app.replay;

import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.sync.DepthRule;
import io.tidegate.market.sync.Step;
import io.tidegate.market.venue.VenueInstrument;
import io.tidegate.model.order.Side;
import io.tidegate.venues.binance.market.MarketMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One instrument of a recording: counts its messages, looks whether they join, and holds the book against the venue's
/// own best quotes, which count the same states: behind the difference that ends at `u`, the book's best must be the
/// last
/// quote up to `u`. On futures quotes run ahead of the differences, so a few may differ. One thread.
final class BookCheck {
    private static final int HASH_EVERY = 1_000;

    /// Of a thousand comparisons, so many may have other prices before the book counts as wrong.
    private static final int DIFFERENT_PER_1000_MAX = 20;

    private record Best(long bid, long bidQuantity, long ask, long askQuantity, long id) {}

    private final VenueInstrument market;
    private final DepthRule rule;
    private final BookView view = new BookView(Checkpoint.LEVELS);
    private final Chain differenceChain = new Chain();
    private final Chain tradeChain = new Chain();
    private final Chain quoteChain = new Chain();
    private final List<Long> waitingIds = new ArrayList<>();
    private final ArrayDeque<Best> quotesToCome = new ArrayDeque<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private long differences;
    private long applied;
    private long trades;
    private long quotes;
    private long resynchronised;
    private long compared;
    private long samePrices;
    private long same;
    private long snapshotId;
    private boolean wasFollowing;

    BookCheck(VenueInstrument market, DepthRule rule) {
        this.market = market;
        this.rule = rule;
    }

    /// The recording was interrupted here.
    void interrupted() {
        differenceChain.restart();
        tradeChain.restart();
        quoteChain.restart();
        waitingIds.clear();
        quotesToCome.clear();
        wasFollowing = false;
    }

    void difference(MarketMessage message, Step step) {
        differences++;
        differenceChain.difference(rule, message.firstId(), message.lastId(), message.previousId());
        if (wasFollowing && step == Step.SNAPSHOT_NEEDED) {
            resynchronised++;
            wasFollowing = false;
        }
        if (step == Step.APPLIED) {
            applied++;
            compare(message.lastId());
            hash(1);
        } else if (!wasFollowing) {
            waitingIds.add(message.lastId());
        }
    }

    void snapshot(MarketMessage message, Step step) {
        if (step == Step.APPLIED) {
            wasFollowing = true;
            snapshotId = snapshotId == 0 ? message.lastId() : snapshotId;
            long behind =
                    waitingIds.stream().filter(id -> id > message.lastId()).count();
            applied += behind;
            waitingIds.clear();
            hash(behind);
        }
    }

    void trade(MarketMessage message) {
        trades++;
        tradeChain.trade(message.tradeId());
    }

    void quote(MarketMessage message) {
        quotes++;
        quoteChain.quote(message.lastId());
        quotesToCome.add(
                new Best(message.bid(), message.bidQuantity(), message.ask(), message.askQuantity(), message.lastId()));
    }

    private void hash(long newlyApplied) {
        if (applied / HASH_EVERY > (applied - newlyApplied) / HASH_EVERY) {
            checkpoints.add(Checkpoint.of(market.book(), view));
        }
    }

    private void compare(long bookId) {
        Optional<Best> last = Optional.empty();
        while (!quotesToCome.isEmpty() && quotesToCome.getFirst().id() <= bookId) {
            last = Optional.of(quotesToCome.removeFirst());
        }
        last.ifPresent(this::compare);
    }

    private void compare(Best told) {
        compared++;
        market.book().read(view);
        if (view.count(Side.BUY) > 0
                && view.count(Side.SELL) > 0
                && view.price(Side.BUY, 0) == told.bid()
                && view.price(Side.SELL, 0) == told.ask()) {
            samePrices++;
            if (view.quantity(Side.BUY, 0) == told.bidQuantity() && view.quantity(Side.SELL, 0) == told.askQuantity()) {
                same++;
            }
        }
    }

    BookResult result(String symbol) {
        var end = Checkpoint.of(market.book(), view);
        var problems = new ArrayList<String>();
        told(problems, differenceChain, symbol + ": differences");
        told(problems, tradeChain, symbol + ": trades");
        told(problems, quoteChain, symbol + ": quotes");
        if (resynchronised > 0) {
            problems.add(symbol + ": the book was lost " + resynchronised + " times");
        }
        if (differences > 0 && market.book().condition() != Condition.VALID) {
            problems.add(symbol + ": the book is " + market.book().condition() + " at the end");
        }
        if ((compared - samePrices) * 1_000 > compared * DIFFERENT_PER_1000_MAX) {
            problems.add(symbol + ": " + (compared - samePrices) + " of " + compared
                    + " quotes of the venue have other prices than the book");
        }
        return new BookResult(
                symbol,
                market.book().condition(),
                snapshotId,
                differences,
                applied,
                trades,
                quotes,
                differenceChain.gaps() + tradeChain.gaps() + quoteChain.gaps(),
                differenceChain.repeated() + tradeChain.repeated() + quoteChain.repeated(),
                compared,
                samePrices,
                same,
                List.copyOf(checkpoints),
                end,
                market.book().count(Side.BUY),
                market.book().count(Side.SELL),
                view.count(Side.BUY) > 0 ? market.instrument().priceText(view.price(Side.BUY, 0)) : "",
                view.count(Side.SELL) > 0 ? market.instrument().priceText(view.price(Side.SELL, 0)) : "",
                problems);
    }

    private static void told(List<String> problems, Chain chain, String what) {
        if (chain.gaps() > 0) {
            problems.add(what + ": " + chain.gaps() + " times something is missing");
        }
        if (chain.repeated() > 0) {
            problems.add(what + ": " + chain.repeated() + " are doubled or stand in the wrong place");
        }
    }
}
