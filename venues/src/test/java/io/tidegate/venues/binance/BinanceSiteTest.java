package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.transport.Endpoint;
import io.tidegate.venues.api.OrderKey;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.binance.BinanceSite.Realm;
import io.tidegate.venues.words.RenderSettings;
import io.tidegate.venues.words.Rendering;
import io.tidegate.venues.words.Wish;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BinanceSiteTest {
    private static final List<String> PRODUCTION_HOSTS = List.of(
            "api.binance.com",
            "api-gcp.binance.com",
            "api1.binance.com",
            "api2.binance.com",
            "api3.binance.com",
            "api4.binance.com",
            "ws-api.binance.com");
    private static final List<String> OTHER_HOSTS = List.of(
            "testnet.binance.vision",
            "demo-api.binance.com",
            "ws-api.testnet.binance.vision",
            "demo-ws-api.binance.com",
            "127.0.0.1",
            "127.0.0.1.binance.com",
            "localhost",
            "venue.test",
            "localhost.binance.com",
            "example.com");

    @Test
    void property04_aSandboxSessionNeverReachesAProductionHost() {
        Laws.forAll(seed -> {
            var realm = seed.pick(List.of(Realm.SANDBOX, Realm.OWN_HOST));
            Optional<BinanceSite> site = site(realm, endpoint(seed, "http"), endpoint(seed, "ws"));
            site.ifPresent(built -> {
                Signer signer =
                        Signer.of(Conversation.KEY, seed.chance(50) ? Conversation.SECRET : SigningTest.ED25519);
                var venue = new Conversation(new BinanceSettings(
                        built,
                        signer,
                        List.of(Conversation.BTC, Conversation.ETH),
                        50,
                        160_000,
                        seed.pick(BinanceSettings.OrdersBy.class)));
                venue.start();
                var key = new OrderKey(Conversation.BTC, "tg1-1", "28");
                List<VenueCall> calls = List.of(
                        new VenueCall.Submit(Conversation.limitBuy("tg1-1")),
                        new VenueCall.Test(Conversation.limitBuy("tg1-1")),
                        new VenueCall.Replace(key, Conversation.limitBuy("tg1-2"), true),
                        new VenueCall.Amend(key, Conversation.limitBuy("tg1-1")),
                        new VenueCall.Cancel(key),
                        new VenueCall.CancelAll(Conversation.BTC),
                        new VenueCall.Balances(),
                        new VenueCall.Counts(),
                        new VenueCall.Listings());
                long callId = 0;
                for (VenueCall call : calls) {
                    venue.call(++callId, call);
                }
                venue.pass(11 * Conversation.SECOND);
                venue.disconnect();
                for (VenueCall call : calls) {
                    venue.call(++callId, call); // what may goes by REST
                }
                venue.start();
                assertTrue(venue.out.reached.size() >= 10, "the session should have gone somewhere");
                for (Endpoint reached : venue.out.reached) {
                    assertFalse(isProduction(reached.host()), () -> realm + " reached " + reached);
                }
            });
        });
        // The law above would also hold if nothing could be built at all.
        assertEquals(Realm.SANDBOX, BinanceSite.testnet().realm());
        assertEquals(Realm.SANDBOX, BinanceSite.demo().realm());
        assertEquals(Realm.OWN_HOST, Conversation.SITE.realm());
    }

    @Test
    void property04_whatIsRenderedForTheSandboxNamesNoProductionHost() {
        Laws.forAll(seed -> {
            var wish = new Wish(new TreeMap<>(Map.of(
                    "op", seed.pick(Wishes.OPERATIONS),
                    "symbol", seed.pick(List.of("BTC/USDT", "api.binance.com", "@api.binance.com:443/?")),
                    "clientOrderId", "tg1-1",
                    "side", "BUY",
                    "type", "LIMIT",
                    "quantity", "1",
                    "price", "1")));
            var settings = new RenderSettings(1, "key", "secret", "", true, seed.chance(50));
            String to = switch (new BinanceWords().render(wish, settings)) {
                case Rendering.Http http -> http.origin();
                case Rendering.Frame frame -> frame.url();
                case Rendering.Refused refused -> throw new AssertionError(refused);
            };
            assertFalse(isProduction(URI.create(to).getHost()), to);
        });
    }

    private static Endpoint endpoint(Seed seed, String scheme) {
        String host = seed.pick(seed.chance(50) ? PRODUCTION_HOSTS : OTHER_HOSTS);
        if (seed.chance(20)) {
            host = host.toUpperCase(Locale.ROOT);
        }
        if (seed.chance(10)) {
            host += ".";
        }
        return new Endpoint(scheme + (seed.chance(70) ? "s" : ""), host, seed.intBetween(1, 65_535));
    }

    private static Optional<BinanceSite> site(Realm realm, Endpoint rest, Endpoint wsApi) {
        try {
            return Optional.of(new BinanceSite(realm, rest, wsApi));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static boolean isProduction(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return PRODUCTION_HOSTS.contains(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    @Test
    void productionIsTheVenuesOwnHostsAndEncrypted() {
        var own = Endpoint.parse("https://127.0.0.1:443");
        var plain = Endpoint.parse("http://api.binance.com");
        var rest = Endpoint.parse("https://api1.binance.com");
        var wsApi = Endpoint.parse("wss://ws-api.binance.com:9443");
        assertEquals(rest, new BinanceSite(Realm.PRODUCTION, rest, wsApi).rest());
        assertThrows(IllegalArgumentException.class, () -> new BinanceSite(Realm.PRODUCTION, own, wsApi));
        assertThrows(IllegalArgumentException.class, () -> new BinanceSite(Realm.PRODUCTION, plain, wsApi));
        assertThrows(IllegalArgumentException.class, () -> new BinanceSite(Realm.PRODUCTION, rest, own));
    }

    @Test
    void aRefusalSaysWhatWasGivenAndWhatIsExpected() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> BinanceSite.ownHost(
                        Endpoint.parse("https://api.binance.com"), Endpoint.parse("ws://127.0.0.1:1")));
        assertEquals(
                "binance OWN_HOST site https://api.binance.com:443: expected https or http to a loopback address,"
                        + " localhost or a name under .test",
                refused.getMessage());
    }
}
