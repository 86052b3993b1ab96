package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.BTC;
import static io.tidegate.venues.binance.Conversation.MS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Fills by pages, against a venue that keeps its rules: windows of 24 h, 1,000 rows, no times beside an id.
final class PagesTest {
    private static final long DAY_MS = 86_400_000L;

    private record Trade(long id, long orderId, long timeMs) {
        Trade(long id, long timeMs) {
            this(id, 7, timeMs);
        }

        String json() {
            return "{\"symbol\":\"BTCUSDT\",\"id\":" + id + ",\"orderId\":" + orderId
                    + ",\"price\":\"1.5\",\"qty\":\"2\","
                    + "\"quoteQty\":\"3\",\"commission\":\"0\",\"commissionAsset\":\"BNB\",\"time\":" + timeMs
                    + ",\"isBuyer\":true,\"isMaker\":false}";
        }
    }

    /// Answers until the call ends.
    ///
    /// @param showsNewest which end of a full time window the venue shows, which it does not say
    private static int answer(Conversation venue, List<Trade> trades, boolean showsNewest) {
        int pageCount = 0;
        while (venue.isPending(1)) {
            pageCount++;
            assertTrue(pageCount < 3_000, "no end to the pages");
            JsonNode asked =
                    Json.read(venue.out.frames.getLast().getBytes(UTF_8)).path("params");
            venue.result(page(asked, trades, showsNewest).stream()
                    .map(Trade::json)
                    .collect(Collectors.joining(",", "[", "]")));
        }
        return pageCount;
    }

    private static List<Trade> page(JsonNode asked, List<Trade> trades, boolean showsNewest) {
        int limit = asked.path("limit").intValue();
        if (asked.has("fromId")) {
            assertTrue(!asked.has("startTime") && !asked.has("endTime"), "times beside an id");
            long fromId = asked.path("fromId").longValue();
            return trades.stream().filter(t -> t.id() >= fromId).limit(limit).toList();
        }
        long from = asked.path("startTime").longValue();
        long to = asked.path("endTime").longValue();
        assertTrue(to - from <= DAY_MS && to >= from, () -> "window from " + from + " to " + to);
        List<Trade> within = trades.stream()
                .filter(t -> t.timeMs() >= from && t.timeMs() <= to)
                .toList();
        return showsNewest && within.size() > limit
                ? within.subList(within.size() - limit, within.size())
                : within.stream().limit(limit).toList();
    }

    @Test
    void everyFillSinceATimeIsSeenOnceHoweverManyPagesItTakes() {
        Laws.forAll(100, seed -> {
            var venue = Conversation.ready();
            long nowMs = venue.nowNs / MS;
            long spanMs = seed.longBetween(1_000, 20 * DAY_MS);
            int count = seed.chance(85) ? seed.intBetween(0, 50) : seed.intBetween(0, 3_500);
            long burstMs = seed.chance(50) ? spanMs : 1_000;
            List<Long> times = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                times.add(nowMs - spanMs + seed.longBetween(0, burstMs));
            }
            times.sort(Comparator.naturalOrder());
            List<Trade> trades = new ArrayList<>();
            long id = seed.longBetween(1, 1L << 40);
            for (long timeMs : times) {
                trades.add(new Trade(id, timeMs));
                if (seed.chance(20)) {
                    trades.add(new Trade(id, 8, timeMs)); // with oneself: both sides bear one id
                }
                id += seed.intBetween(1, 3);
            }
            long sinceMs = nowMs - seed.longBetween(0, 25 * DAY_MS);
            venue.call(1, new VenueCall.Fills(BTC, sinceMs * MS));
            answer(venue, trades, seed.chance(50));
            var seen = (Outcome.FillsSeen) venue.outcome(1);
            assertEquals(
                    trades.stream()
                            .filter(t -> t.timeMs() >= sinceMs)
                            .map(t -> t.id() + "/" + t.orderId())
                            .toList(),
                    seen.fills().stream()
                            .map(fill -> fill.tradeId() + "/" + fill.venueOrderId())
                            .toList());
        });
    }

    @Test
    void aQuietWeekIsEightWindowsAndNoTrades() {
        var venue = Conversation.ready();
        venue.call(1, new VenueCall.Fills(BTC, venue.nowNs - 7 * DAY_MS * MS));
        assertEquals(8, answer(venue, List.of(), false));
        assertEquals(new Outcome.FillsSeen(List.of()), venue.outcome(1));
    }

    @Test
    void idsThatFallEndTheQuestionInsteadOfGoingRound() {
        var venue = Conversation.ready();
        venue.call(1, new VenueCall.Fills(BTC, venue.nowNs - MS));
        venue.result("[" + new Trade(5, 0).json() + "," + new Trade(4, 0).json() + "]");
        assertEquals("UNREADABLE", venue.error(1).code());
        venue.call(2, new VenueCall.Fills(BTC, venue.nowNs - MS));
        venue.result("[" + new Trade(5, 0).json() + "]");
        venue.result("[" + new Trade(5, 0).json() + "]");
        assertEquals("UNREADABLE", venue.error(2).code());
    }

    @Test
    void aQuestionBackBeyondTwoThousandPagesFailsByName() {
        var venue = Conversation.ready();
        venue.call(1, new VenueCall.Fills(BTC, 0));
        answer(venue, List.of(), false);
        VenueError error = venue.error(1);
        assertEquals("UNREADABLE more than 2000 pages of trades", error.code() + " " + error.message());
    }

    @Test
    void moreFillsInAMillisecondThanAPageHoldsFailInsteadOfLosingSome() {
        var venue = Conversation.ready();
        List<Trade> trades = new ArrayList<>();
        for (long id = 1; id <= 1_001; id++) {
            trades.add(new Trade(id, venue.nowNs / MS));
        }
        venue.call(1, new VenueCall.Fills(BTC, venue.nowNs));
        answer(venue, trades, true);
        assertEquals(
                "a full page within one millisecond: which rows it lacks cannot be asked",
                venue.error(1).message());
    }

    @Test
    void aDisconnectionBetweenPagesEndsTheCallOnce() {
        var venue = Conversation.ready();
        venue.call(1, new VenueCall.Fills(BTC, venue.nowNs - MS));
        venue.result("[" + new Trade(5, 0).json() + "]");
        venue.disconnect();
        assertEquals("DISCONNECTED", venue.error(1).code());
    }

    @Test
    void pagesGoByRestWhileTheSocketIsDown() {
        var venue = new Conversation();
        venue.call(1, new VenueCall.Fills(BTC, venue.nowNs));
        venue.http("[" + new Trade(5, 0).json() + "]");
        assertTrue(venue.out.https.getLast().request().target().contains("fromId=6&"));
        venue.http("[]");
        assertEquals(1, ((Outcome.FillsSeen) venue.outcome(1)).fills().size());
    }
}
