package io.tidegate.market.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidegate.market.book.Book;
import io.tidegate.market.book.BookView;
import io.tidegate.market.book.Condition;
import io.tidegate.market.sync.Recording.Best;
import io.tidegate.model.instrument.AssetClass;
import io.tidegate.model.instrument.Instrument;
import io.tidegate.model.order.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replays feeds that were recorded from Binance and holds the book against what others made of them: the
/// venue's own best quotes in the same recording, and hashes of the best twenty levels that an independent
/// program computed.
///
/// The recordings are read where they lie: `tidegate.shared` names the folder that holds `data/binance`, by
/// default the sibling `shared` of the project's root.
class RecordedFeedTest {
    private static final int LEVELS_HASHED = 20;

    /// The counts of quotes are the recordings' own documentation: all that the book had to be compared with,
    /// those with the same prices, and those with the same quantities too. On futures the quotes run ahead of
    /// the differences.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            spot-btcusdt-20240808-09 | SPOT    | 2,8    | 99574    | 6495        | 6493    | 1971 | 2962 | 5736   | 5734   | 5734  | 50093325302   | cfa4d61f2d3c96b1 | 6bd95abc050024eb
            spot-ethusdt-20240808-09 | SPOT    | 2,8    | 79744    | 6470        | 6468    | 1744 | 1665 | 5363   | 5363   | 5363  | 35346601253   | c428feef32851834 | aeab3f39d68252d2
            coinm-btcusd_perp-20240808-09 | FUTURES | 1,0 | 98386 | 44795       | 44772   | 1510 | 1733 | 13809  | 13809  | 13809 | 1007200406999 | 13fa097f43e34f44 | 76db55d62be88be3
            usdm-btcusdt-20240808    | FUTURES | 2,3    | 93954    | 6551        | 6547    | 5018 | 4578 | 5695   | 5667   | 5475  | 5123116229398 | 35d44e110f161e0c | 41e3382d35d8a90e
            """)
    void aRecordedFeedGivesTheBookThatTheVenueHad(
            String file,
            DepthRule rule,
            String scales,
            int messages,
            int differences,
            int applied,
            int bids,
            int asks,
            int quotes,
            int prices,
            int equal,
            long atId,
            String hash,
            String hashAtEnd)
            throws IOException {
        var instrument = new Instrument(1, file, AssetClass.SPOT, 1, 2, scales.charAt(0) - '0', scales.charAt(2) - '0');
        var replay = new Replay(new Recording(recorded(file), instrument), rule, atId);
        replay.run();
        assertThat(replay.book.condition()).isEqualTo(Condition.VALID);
        assertThat(List.of(replay.messages, replay.differences, replay.applied))
                .containsExactly(messages, differences, applied);
        assertThat(List.of(replay.book.count(Side.BUY), replay.book.count(Side.SELL)))
                .containsExactly(bids, asks);
        assertThat(List.of(replay.quotes, replay.samePrices, replay.same)).containsExactly(quotes, prices, equal);
        assertThat(replay.hashes).containsExactly(hash);
        assertThat(replay.hash()).isEqualTo(hashAtEnd);
    }

    private static Path recorded(String file) {
        Path shared = Path.of(
                System.getProperty("tidegate.shared", System.getProperty("tidegate.root", "..") + "/../shared"));
        Path path = shared.resolve("data")
                .resolve("binance")
                .resolve(file + ".jsonl.gz")
                .normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(path),
                "SKIPPED: the recorded feed is not at " + path + "; say where with -Dtidegate.shared=…");
        return path;
    }

    private static final class Replay {
        final Book book;
        int messages;
        int differences;
        int applied;
        int quotes;
        int samePrices;
        int same;
        final List<String> hashes = new ArrayList<>();
        private final Recording recording;
        private final DepthSync sync;
        private final long hashAtId;
        private final BookView view = new BookView(LEVELS_HASHED);
        private final List<Long> waitingIds = new ArrayList<>();
        private final ArrayDeque<Recording.Quote> quotesToCome = new ArrayDeque<>();
        private Best quote = new Best(0, 0, 0, 0);
        private boolean isQuoteNew;

        Replay(Recording recording, DepthRule rule, long hashAtId) {
            this.recording = recording;
            this.book = new Book(recording.instrument());
            this.sync = new DepthSync(book, rule);
            this.hashAtId = hashAtId;
        }

        void run() throws IOException {
            recording.read(message -> {
                messages++;
                switch (message) {
                    case Recording.Difference difference -> take(difference);
                    case Recording.Snapshot snapshot -> {
                        assertThat(sync.snapshot(snapshot.lastUpdateId(), snapshot.levels(), snapshot.atNs()))
                                .isEqualTo(Step.APPLIED);
                        waitingIds.removeIf(lastId -> lastId <= snapshot.lastUpdateId());
                        applied += waitingIds.size();
                    }
                    case Recording.Quote told -> quotesToCome.add(told);
                    case Recording.Other _ -> {}
                }
            });
        }

        private void take(Recording.Difference difference) {
            differences++;
            boolean wasFollowing = sync.isFollowing();
            var step = sync.difference(
                    difference.firstId(),
                    difference.lastId(),
                    difference.previousId(),
                    difference.levels(),
                    difference.atNs());
            if (!wasFollowing) {
                waitingIds.add(difference.lastId());
            } else if (step == Step.APPLIED) {
                applied++;
                assertThat(book.read(view)).isEqualTo(Condition.VALID);
                compare(difference.lastId());
                if (difference.lastId() == hashAtId) {
                    hashes.add(hash());
                }
            } else {
                assertThat(step).as("at " + difference.lastId()).isEqualTo(Step.REPEATED);
            }
        }

        /// With the last quote that came by now and is no newer than the book, once for each such quote.
        private void compare(long bookId) {
            while (!quotesToCome.isEmpty() && quotesToCome.getFirst().id() <= bookId) {
                quote = quotesToCome.removeFirst().best();
                isQuoteNew = true;
            }
            if (isQuoteNew) {
                isQuoteNew = false;
                quotes++;
                var best = new Best(
                        view.price(Side.BUY, 0),
                        view.quantity(Side.BUY, 0),
                        view.price(Side.SELL, 0),
                        view.quantity(Side.SELL, 0));
                samePrices += best.hasPricesOf(quote) ? 1 : 0;
                same += best.equals(quote) ? 1 : 0;
            }
        }

        /// First 16 hex digits of SHA-256 over the best 20 bids, then asks, a line each, such as `B 99.5 2`.
        String hash() {
            book.read(view);
            var lines = new ArrayList<String>();
            for (var side : Side.values()) {
                for (int index = 0; index < LEVELS_HASHED; index++) {
                    lines.add((side == Side.BUY ? "B " : "S ")
                            + recording.instrument().priceText(view.price(side, index)) + " "
                            + recording.instrument().quantityText(view.quantity(side, index)));
                }
            }
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest).substring(0, 16);
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
