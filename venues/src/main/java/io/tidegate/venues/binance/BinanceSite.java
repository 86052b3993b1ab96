package io.tidegate.venues.binance;

import io.tidegate.transport.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where the venue is, and the wall between real money and play: a site of one realm cannot name a host of another
/// (SPEC VEN-16, Property 4). Hosts are compared with lists of what is known, never with patterns of what is forbidden.
///
/// @param realm which side of the wall
/// @param rest  origin of the REST interface
/// @param wsApi origin of the WebSocket API, by which orders go
public record BinanceSite(Realm realm, Endpoint rest, Endpoint wsApi) {
    /// Sides of the wall.
    public enum Realm {
        /// Real money: the hosts that the venue names, and no other.
        PRODUCTION,
        /// The venue's testnet and demo mode, and no other.
        SANDBOX,
        /// A simulated venue: loopback addresses, and names that RFC 6761 reserves so that they lead nowhere else
        /// (`localhost`, `….localhost`, `….test`).
        OWN_HOST
    }

    // Source of the hosts: binance.md section 1.
    private static final List<String> PRODUCTION_REST = List.of(
            "api.binance.com",
            "api-gcp.binance.com",
            "api1.binance.com",
            "api2.binance.com",
            "api3.binance.com",
            "api4.binance.com");
    private static final List<String> PRODUCTION_WS_API = List.of("ws-api.binance.com");
    private static final List<String> SANDBOX_REST = List.of("testnet.binance.vision", "demo-api.binance.com");
    private static final List<String> SANDBOX_WS_API =
            List.of("ws-api.testnet.binance.vision", "demo-ws-api.binance.com");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}|::1");

    /// @throws IllegalArgumentException when an endpoint does not belong to the realm, or is not encrypted where it
    /// must
    public BinanceSite {
        check(realm, rest, "https", "http", PRODUCTION_REST, SANDBOX_REST);
        check(realm, wsApi, "wss", "ws", PRODUCTION_WS_API, SANDBOX_WS_API);
    }

    /// The venue itself.
    public static BinanceSite production() {
        return new BinanceSite(
                Realm.PRODUCTION,
                Endpoint.parse("https://api.binance.com"),
                Endpoint.parse("wss://ws-api.binance.com:443"));
    }

    /// The venue's testnet, which forgets everything about once a month.
    public static BinanceSite testnet() {
        return new BinanceSite(
                Realm.SANDBOX,
                Endpoint.parse("https://testnet.binance.vision"),
                Endpoint.parse("wss://ws-api.testnet.binance.vision"));
    }

    /// The venue's demo mode: production's market, play money.
    public static BinanceSite demo() {
        return new BinanceSite(
                Realm.SANDBOX,
                Endpoint.parse("https://demo-api.binance.com"),
                Endpoint.parse("wss://demo-ws-api.binance.com"));
    }

    /// A simulated venue on this machine.
    ///
    /// @throws IllegalArgumentException when a host may be anything but this machine
    public static BinanceSite ownHost(Endpoint rest, Endpoint wsApi) {
        return new BinanceSite(Realm.OWN_HOST, rest, wsApi);
    }

    private static void check(
            Realm realm, Endpoint to, String tls, String plain, List<String> production, List<String> sandbox) {
        boolean allowed = switch (realm) {
            case PRODUCTION -> to.scheme().equals(tls) && production.contains(to.host());
            case SANDBOX -> to.scheme().equals(tls) && sandbox.contains(to.host());
            case OWN_HOST -> (to.scheme().equals(tls) || to.scheme().equals(plain)) && isOwn(to.host());
        };
        if (!allowed) {
            String expected = switch (realm) {
                case PRODUCTION -> tls + " to one of " + production;
                case SANDBOX -> tls + " to one of " + sandbox;
                case OWN_HOST -> tls + " or " + plain + " to a loopback address, localhost or a name under .test";
            };
            throw new IllegalArgumentException("binance " + realm + " site " + to + ": expected " + expected);
        }
    }

    private static boolean isOwn(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(name).matches()
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.endsWith(".test");
    }
}
