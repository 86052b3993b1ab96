package io.tidegate.venues.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidegate.testkit.Laws;
import io.tidegate.testkit.Seed;
import io.tidegate.transport.Endpoint;
import io.tidegate.venues.api.VenueCall;
import io.tidegate.venues.binance.BinanceSite.Realm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                var venue = new Conversation(built);
                venue.start();
                venue.submit(1, "tg1-1");
                venue.disconnect();
                venue.call(2, new VenueCall.OpenOrders());
                venue.start();
                assertTrue(venue.out.reached.size() >= 5, "the session should have gone somewhere");
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
