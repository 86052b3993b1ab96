package io.tidegate.market.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.venue.ReferencePrice.Source;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import io.tidegate.testkit.Laws;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class VenueInstrumentTest {
    private static final long AGE_MAX_NS = 1_000;

    private final VenueInstrument market =
            VenueInstrument.of(new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8));
    private final BookView view = new BookView(1);

    @Test
    void withoutAnythingToldThereIsNoReference() {
        assertThat(reference(0)).isEmpty();
        assertThat(market.touch().read()).isEmpty();
        assertThat(market.tape().last()).isEmpty();
    }

    @Test
    void theNewerOfBookAndQuoteCountsByTheVenuesNumberNotByTheClock() {
        book(100, 102, 5, 10);
        market.touch().quote(99, 1, 101, 1, 4, 20);
        assertThat(reference(20)).contains(new ReferencePrice(100, 102, 0, 10, Source.BOOK));
        market.touch().quote(98, 1, 103, 1, 6, 20);
        assertThat(reference(20)).contains(new ReferencePrice(98, 103, 0, 20, Source.QUOTE));
    }

    @Test
    void aLostBookOrAnOldOneGivesWayToTheLastTradeAndThatToNothing() {
        book(100, 102, 5, 10);
        market.tape().trade(1, 101, 7, Side.SELL, 500, 600);
        assertThat(reference(700)).contains(new ReferencePrice(100, 102, 101, 10, Source.BOOK));
        market.book().invalidate(Condition.GAP);
        assertThat(reference(700)).contains(new ReferencePrice(101, 101, 101, 600, Source.TRADE));
        assertThat(reference(1_601)).isEmpty();
        book(100, 102, 6, 1_500);
        assertThat(reference(2_500)).isPresent();
        assertThat(reference(2_501)).isEmpty();
    }

    @Test
    void aCrossedOrOneSidedQuoteIsNoReference() {
        market.touch().quote(101, 1, 101, 1, 1, 10);
        assertThat(reference(10)).isEmpty();
        market.touch().quote(101, 1, 0, 0, 2, 10);
        assertThat(reference(10)).isEmpty();
    }

    @Test
    void anOlderQuoteOrTradeChangesNothing() {
        assertThat(market.touch().quote(1, 1, 2, 1, 5, 10)).isTrue();
        assertThat(market.touch().quote(3, 1, 4, 1, 5, 11)).isFalse();
        market.touch().clear();
        assertThat(market.touch().read()).isEmpty();
        assertThat(market.touch().quote(3, 1, 4, 1, 1, 12)).isTrue();
        assertThat(market.tape().trade(7, 1, 1, Side.BUY, 0, 0)).isTrue();
        assertThat(market.tape().trade(7, 1, 1, Side.BUY, 0, 0)).isFalse();
        assertThat(market.tape().trade(6, 1, 1, Side.BUY, 0, 0)).isFalse();
    }

    @Test
    void theTapeCountsWhatTheNumbersSayIsMissing() {
        Laws.forAll(seed -> {
            var tape = new Tape(true);
            long first = seed.longBetween(1, 1_000_000);
            long id = first;
            long volume = 0;
            int told = 1 + seed.count(50);
            for (int index = 0; index < told; index++) {
                id += index == 0 || seed.chance(70) ? 1 : seed.longBetween(1, 5);
                long quantity = seed.longBetween(1, 1_000);
                volume += quantity;
                assertThat(tape.trade(id, 100, quantity, seed.pick(Side.class), 1, 2))
                        .isTrue();
                if (seed.chance(20)) {
                    assertThat(tape.trade(id - seed.count(3), 1, 1, Side.BUY, 0, 0))
                            .isFalse();
                }
            }
            assertThat(tape.sums()).isEqualTo(new Tape.Sums(told, id - first - told, volume));
        });
    }

    @Test
    void aReaderOnAnotherThreadNeverSeesHalfAQuote() throws Exception {
        var isDone = new AtomicBoolean();
        var reader = CompletableFuture.supplyAsync(() -> {
            long seen = 0;
            boolean isLast;
            do {
                isLast = isDone.get();
                var quote = market.touch().read();
                if (quote.isPresent()) {
                    var it = quote.get();
                    seen++;
                    assertThat(it).isEqualTo(of(it.id()));
                }
            } while (!isLast);
            return seen;
        });
        for (long id = 1; id <= 300_000; id++) {
            var it = of(id);
            market.touch().quote(it.bid(), it.bidQuantity(), it.ask(), it.askQuantity(), id, it.atNs());
        }
        isDone.set(true);
        assertThat(reader.get()).isPositive();
    }

    private static Touch.Quote of(long id) {
        return new Touch.Quote(id + 1, id + 2, id + 3, id + 4, id, id + 5);
    }

    private void book(long bid, long ask, long sequence, long atNs) {
        market.book().beginSnapshot();
        market.book().set(Side.BUY, bid, 1);
        market.book().set(Side.SELL, ask, 1);
        market.book().commit(sequence, atNs);
    }

    private Optional<ReferencePrice> reference(long nowNs) {
        return ReferencePrice.of(market, view, AGE_MAX_NS, nowNs);
    }
}
