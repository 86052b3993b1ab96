package io.tidegate.venues.binance;

import static io.tidegate.venues.binance.Conversation.ALL_FILLED;
import static io.tidegate.venues.binance.Conversation.BTC;
import static io.tidegate.venues.binance.Conversation.SECOND;
import static io.tidegate.venues.binance.Conversation.execution;
import static io.tidegate.venues.binance.Conversation.placed;
import static io.tidegate.venues.binance.Conversation.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.transport.Header;
import io.tidegate.transport.HttpAnswer;
import io.tidegate.transport.Loss;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.OrderList;
import io.tidegate.venues.api.Outcome;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.api.VenueReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/// Whatever bytes come, in whatever order things happen.
final class HostileInputTest {
    private static final List<String> GOLDEN = List.of(
            "placed-filled-twice", "cancelled", "looked-up", "event-fill-partial", "event-cancelled", "event-balances");
    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "0",
            "1e999999999",
            "9223372036854775808",
            "\"\"",
            "\"-0.5\"",
            "\"1e9\"",
            "{}",
            "[]",
            "true",
            "\"" + "9".repeat(41) + "\"",
            "\"NaN\"",
            "1.5",
            "\"0.0000000000000000001\"");

    @Test
    void whateverTheVenueSaysEachCallHasOneOutcomeAndTheSessionStaysUsable() {
        Laws.forAll(300, seed -> {
            var venue = new Conversation();
            if (seed.chance(70)) {
                venue.start();
            }
            long callCount = 0;
            for (int step = 0; step < 60; step++) {
                callCount = play(seed, venue, callCount);
            }
            // The end of the line and of patience.
            venue.disconnect();
            for (int wait = 0; wait < 3; wait++) {
                venue.pass(11 * SECOND);
            }
            for (long callId = 1; callId <= callCount; callId++) {
                assertEquals(
                        1, venue.out.outcomes.getOrDefault(callId, List.of()).size(), "outcomes of " + callId);
            }
            assertReportsAreBounded(venue);
            venue.start();
            venue.submit(callCount + 1, "tg1-9");
            venue.result(placed("tg1-9", 99));
            assertInstanceOf(Outcome.Done.class, venue.outcome(callCount + 1));
        });
    }

    /// Something happens; returns how many calls have been made.
    private static long play(Seed seed, Conversation venue, long callCount) {
        switch (seed.intBetween(0, 9)) {
            case 0 -> venue.session.start(venue.nowNs, venue.out);
            case 1 -> {
                venue.out.isOpen = seed.chance(90);
                venue.session.connected(0, venue.nowNs, venue.out);
            }
            case 2 -> {
                if (seed.chance(30)) {
                    venue.disconnect();
                }
            }
            case 3 -> venue.pass(seed.longBetween(0, 12 * SECOND));
            case 4, 5 -> {
                venue.call(callCount + 1, call(seed));
                return callCount + 1;
            }
            case 6 -> http(seed, venue);
            default -> frame(seed, venue);
        }
        return callCount;
    }

    private static VenueCall call(Seed seed) {
        var key = new OrderKey(BTC, "tg1-1", seed.chance(30) ? "28" : "");
        return seed.pick(List.of(
                new VenueCall.Submit(Conversation.limitBuy("tg1-1")),
                new VenueCall.Cancel(key),
                new VenueCall.CancelAll(BTC),
                new VenueCall.LookUp(key),
                new VenueCall.OpenOrders(),
                new VenueCall.Fills(BTC, 1_699_000_000_000_000_000L),
                new VenueCall.Balances(),
                new VenueCall.Replace(key, Conversation.limitBuy("tg1-2"), seed.chance(50)),
                new VenueCall.Amend(key, Conversation.limitBuy("tg1-1")),
                new VenueCall.SubmitList(new OrderList(
                        "",
                        OrderList.Kind.OTO,
                        List.of(Conversation.limitBuy("tg1-1"), Conversation.limitBuy("tg1-2")))),
                new VenueCall.Test(Conversation.limitBuy("tg1-1")),
                new VenueCall.History(BTC, 1_699_000_000_000_000_000L),
                new VenueCall.Fees(BTC),
                new VenueCall.Listings(),
                new VenueCall.Counts(),
                new VenueCall.Quote(BTC)));
    }

    private static void http(Seed seed, Conversation venue) {
        if (venue.out.https.isEmpty()) {
            return;
        }
        long id = seed.pick(venue.out.https).id();
        if (seed.chance(20)) {
            venue.session.httpLost(id, Loss.maybeSent("reset"), venue.nowNs, venue.out);
            return;
        }
        String body = seed.pick(List.of(
                "{\"serverTime\":" + venue.nowNs / Conversation.MS + "}", placed("tg1-1", 28), "[]", "{", "<html>"));
        int status = seed.pick(List.of(200, 200, 200, 400, 418, 429, 502));
        var headers = List.of(new Header("Retry-After", seed.pick(List.of("5", "-1", "999999999", "soon"))));
        venue.session.answered(id, new HttpAnswer(status, headers, mutated(seed, body)), venue.nowNs, venue.out);
    }

    private static void frame(Seed seed, Conversation venue) {
        byte[] bytes = mutated(seed, message(seed, venue));
        venue.session.frame(0, new UnsafeBuffer(bytes), 0, bytes.length, venue.nowNs, venue.out);
    }

    private static String message(Seed seed, Conversation venue) {
        String id = venue.out.frames.isEmpty() ? "1" : Conversation.idOf(seed.pick(venue.out.frames));
        String result = "{\"id\":\"" + id + "\",\"status\":200,\"result\":";
        return seed.pick(List.of(
                result + placed("tg1-1", 28) + "}",
                result + "{\"subscriptionId\":0}}",
                result + "[]}",
                refusal(id, 400, -2010, "Duplicate order sent."),
                refusal(id, 418, -1003, "banned"),
                refusal(id, 400, -1021, "Timestamp"),
                result + "{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"SUCCESS\",\"cancelResponse\":"
                        + placed("tg1-1", 28) + ",\"newOrderResponse\":" + placed("tg1-2", 29) + "}}",
                result + "{\"orderListId\":2,\"orderReports\":[" + placed("tg1-1", 28) + "," + placed("tg1-2", 29)
                        + "]}}",
                execution("tg1-1", 28, "TRADE", "FILLED", ALL_FILLED),
                "{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}",
                Golden.text("in/" + seed.pick(GOLDEN) + ".json").replace("\"id\": \"2\"", "\"id\": \"" + id + "\""),
                seed.text(200)));
    }

    /// The text as it is, or with a byte changed, a piece lost or doubled, a value put in another's place,
    /// or cut off.
    private static byte[] mutated(Seed seed, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length == 0 || seed.chance(40)) {
            return bytes;
        }
        int at = seed.random().nextInt(bytes.length);
        switch (seed.intBetween(0, 3)) {
            case 0 -> bytes[at] = (byte) seed.random().nextInt(256);
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> {
                int to = at + seed.random().nextInt(bytes.length - at);
                bytes = (new String(bytes, 0, to, UTF_8) + new String(bytes, at, bytes.length - at, UTF_8))
                        .getBytes(UTF_8);
            }
            default -> {
                List<Integer> colons = new ArrayList<>();
                for (int i = 0; i < text.length(); i++) {
                    if (text.charAt(i) == ':') {
                        colons.add(i);
                    }
                }
                if (!colons.isEmpty()) {
                    int colon = seed.pick(colons);
                    String rest = text.substring(colon + 1).replaceFirst("^\\s*(\"[^\"]*\"|[^,}\\]]*)", "");
                    bytes = (text.substring(0, colon + 1) + seed.pick(VALUES) + rest).getBytes(UTF_8);
                }
            }
        }
        return bytes;
    }

    private static void assertReportsAreBounded(Conversation venue) {
        for (VenueReport report : venue.out.reports) {
            switch (report) {
                case VenueReport.Parked parked -> assertBounded(parked.what(), parked.raw());
                case VenueReport.Unreadable(String what, String raw) -> assertBounded(what, raw);
                case VenueReport.OrderReport _, VenueReport.FillReport _, VenueReport.BalanceReport _ -> {}
            }
        }
    }

    private static void assertBounded(String what, String raw) {
        assertTrue(what.length() <= 200 && raw.length() <= 2_000, what);
        assertFalse(raw.contains(Conversation.KEY), "the key must not be kept");
    }

    @Test
    void aMessageThatRepeatsOurKeyIsKeptWithoutIt() {
        var venue = Conversation.ready();
        venue.frame("{\"event\":{\"e\":\"" + Conversation.KEY + "\"}}" + " ".repeat(3_000));
        var unreadable = venue.reports(VenueReport.Unreadable.class).getFirst();
        assertFalse(unreadable.raw().contains(Conversation.KEY));
        assertFalse(unreadable.what().contains(Conversation.KEY));
        assertEquals(2_000, unreadable.raw().length());
    }

    @Test
    void nestingThatNeverEndsIsRefusedCheaply() {
        var venue = Conversation.ready();
        venue.frame("[".repeat(1_000_000));
        venue.frame("{\"id\":".repeat(100_000));
        assertEquals(2, venue.reports(VenueReport.Unreadable.class).size());
        assertTrue(venue.out.isReady);
    }
}
