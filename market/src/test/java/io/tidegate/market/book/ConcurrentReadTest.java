package io.tidegate.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A writer at full speed and a reader that checks each copy against what the writer's number says it must be.
class ConcurrentReadTest {
    private static final int BATCHES = 200_000;
    private static final int LEVELS = 8;

    @Test
    void aReaderNeverSeesATornOrCrossedBook() throws Exception {
        var book = new Book(new Instrument(1, "BTC/USDT", AssetClass.SPOT, 1, 2, 2, 8));
        write(book, 1);
        var isDone = new AtomicBoolean();
        var isReading = new CountDownLatch(1);
        var reader = CompletableFuture.supplyAsync(() -> {
            var view = new BookView(LEVELS);
            int distinct = 0;
            long versionBefore = 0;
            boolean isLast;
            do {
                isLast = isDone.get();
                if (book.read(view) != Condition.BUSY) {
                    requireWhole(view);
                    distinct += view.version() == versionBefore ? 0 : 1;
                    versionBefore = view.version();
                }
                isReading.countDown();
            } while (!isLast);
            assertThat(view.sequence()).isEqualTo(BATCHES);
            return distinct;
        });
        isReading.await();
        for (int batch = 2; batch <= BATCHES; batch++) {
            write(book, batch);
        }
        isDone.set(true);
        assertThat(reader.get()).isPositive();
    }

    /// The whole book moves with every batch: prices up or down by one, every quantity the batch's number. In the
    /// middle
    /// of a batch it is crossed, has levels of two batches, or too few.
    private static void write(Book book, int batch) {
        if (batch == 1 || batch % 1_000 == 0) {
            book.beginSnapshot();
        } else {
            book.beginChange();
        }
        for (long price = middle(batch - 1) - LEVELS; price <= middle(batch - 1) + LEVELS; price++) {
            book.set(Side.BUY, price, 0);
            book.set(Side.SELL, price, 0);
        }
        for (int away = LEVELS; away >= 1; away--) {
            book.set(Side.SELL, middle(batch) + away, batch);
            book.set(Side.BUY, middle(batch) - away, batch);
        }
        book.commit(batch, batch);
    }

    private static long middle(long batch) {
        return 1_000 + Math.abs(batch % 200 - 100);
    }

    private static void requireWhole(BookView view) {
        long batch = view.sequence();
        for (var side : Side.values()) {
            int count = view.count(side);
            boolean isWhole = count == LEVELS && view.atNs() == batch;
            for (int index = 0; index < count; index++) {
                isWhole &= view.quantity(side, index) == batch
                        && view.price(side, index) == middle(batch) - side.sign() * (index + 1L);
            }
            if (!isWhole) {
                throw new AssertionError("torn " + side + " of batch " + batch + ": " + view);
            }
        }
    }
}
