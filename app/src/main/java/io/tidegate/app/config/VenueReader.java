package io.tidegate.app.config;

import io.tidegate.model.venue.VenueTerms;
import io.tidegate.transport.Endpoint;
import io.tidegate.venues.binance.BinanceSettings.OrdersBy;
import io.tidegate.venues.binance.BinanceSite;
import io.tidegate.venues.binance.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the venue accounts: terms, site, credentials, grids.
final class VenueReader {
    private static final long NS_PER_MS = 1_000_000;

    private final Path folder;
    private final List<InstrumentSettings> instruments;
    private final Set<String> names = new HashSet<>();

    /// @param folder that files are relative to
    VenueReader(Path folder, List<InstrumentSettings> instruments) {
        this.folder = folder;
        this.instruments = instruments;
    }

    List<VenueSettings> read(Section root) {
        var venues = new ArrayList<VenueSettings>();
        for (Section venue : root.each("venues")) {
            String id = venue.choice("venue");
            String label = ConfigurationReader.named(venue, "label");
            if (!names.add(id + ":" + label)) {
                venue.problem("label", label, "a label that no other account at " + id + " has");
            }
            var terms = new VenueTerms(
                    (int) venue.whole("fee-reserve-bps"),
                    venue.whole("send-within-ms") * NS_PER_MS,
                    venue.whole("request-expiry-ms") * NS_PER_MS,
                    venue.whole("visibility-ms") * NS_PER_MS);
            var realm = venue.choice("realm", BinanceSite.Realm.class);
            Map<String, String> credentials = credentials(venue, realm);
            checkKey(venue, credentials);
            Optional<BinanceSite> site = site(venue, realm);
            String account = ConfigurationReader.named(venue, "account");
            List<GridSettings> grids = grids(venue);
            int per10s = (int) venue.whole("orders-per-10s");
            int perDay = (int) venue.whole("orders-per-day");
            OrdersBy ordersBy = venue.choice("orders-by", OrdersBy.class);
            site.ifPresent(where -> venues.add(new VenueSettings(
                    account,
                    id,
                    label,
                    terms,
                    where,
                    credentials.getOrDefault("key", ""),
                    new Secret(credentials.getOrDefault("secret", "")),
                    per10s,
                    perDay,
                    ordersBy,
                    grids)));
        }
        return venues;
    }

    /// A sandbox cannot name a host of production, nor the other way round (SPEC VEN-16, Property 4).
    private static Optional<BinanceSite> site(Section venue, BinanceSite.Realm realm) {
        String rest = venue.text("rest");
        String socket = venue.text("websocket");
        Optional<BinanceSite> usual = switch (realm) {
            case PRODUCTION -> Optional.of(BinanceSite.production());
            case SANDBOX -> Optional.of(BinanceSite.testnet());
            case OWN_HOST -> Optional.empty();
        };
        if (usual.isEmpty() && (rest.isEmpty() || socket.isEmpty())) {
            venue.problem(rest.isEmpty() ? "rest" : "websocket", "", "an address, which realm own-host needs");
            return Optional.empty();
        }
        try {
            return Optional.of(new BinanceSite(
                    realm,
                    rest.isEmpty() ? usual.orElseThrow().rest() : Endpoint.parse(rest),
                    socket.isEmpty() ? usual.orElseThrow().wsApi() : Endpoint.parse(socket)));
        } catch (IllegalArgumentException refused) {
            boolean isSocket = String.valueOf(refused.getMessage()).contains("ws");
            venue.problem(
                    isSocket ? "websocket" : "rest", isSocket ? socket : rest, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private Map<String, String> credentials(Section venue, BinanceSite.Realm realm) {
        String file = venue.text("credentials-file");
        if (!file.isEmpty()) {
            return fromFile(venue, file);
        }
        var found = new TreeMap<String, String>();
        for (String name : List.of("key", "secret")) {
            String value = venue.secret(name, realm != BinanceSite.Realm.PRODUCTION);
            if (value.isEmpty()) {
                venue.problem(name, "", "a reference to the environment, or credentials-file");
            }
            found.put(name, value);
        }
        return found;
    }

    /// A private key that cannot be read is told now, without showing it, and not when orders wait for it.
    private static void checkKey(Section venue, Map<String, String> credentials) {
        String key = credentials.getOrDefault("key", "");
        String secret = credentials.getOrDefault("secret", "");
        if (key.isEmpty() || secret.isEmpty()) {
            return;
        }
        try {
            Signer.of(key, secret);
        } catch (IllegalArgumentException unusable) {
            String where = venue.text("credentials-file").isEmpty() ? "secret" : "credentials-file";
            venue.problem(where, "", "a key that can sign; " + unusable.getMessage());
        }
    }

    private Map<String, String> fromFile(Section venue, String file) {
        var found = new TreeMap<String, String>();
        try {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    found.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 1).strip());
                }
            }
        } catch (IOException unreadable) {
            venue.problem("credentials-file", file, "a file that can be read");
            return found;
        }
        for (String name : List.of("key", "secret")) {
            if (found.getOrDefault(name, "").isEmpty()) {
                venue.problem("credentials-file", file, "a line " + name + "=... in it");
            }
        }
        return found;
    }

    private List<GridSettings> grids(Section venue) {
        var grids = new ArrayList<GridSettings>();
        Set<String> symbols = new HashSet<>();
        for (Section line : venue.each("instruments")) {
            var grid = new GridSettings(
                    line.text("symbol"),
                    line.decimal("tick"),
                    line.decimal("lot"),
                    line.decimal("quantity-min"),
                    line.decimal("quantity-max"),
                    line.decimal("notional-min"));
            Optional<InstrumentSettings> instrument = instruments.stream()
                    .filter(known -> known.symbol().equals(grid.symbol()))
                    .findFirst();
            if (instrument.isEmpty()) {
                line.problem("symbol", grid.symbol(), "one of [[instruments]]");
            } else if (!symbols.add(grid.symbol())) {
                line.problem("symbol", grid.symbol(), "a symbol that stands once here");
            } else {
                check(line, grid, instrument.get());
            }
            grids.add(grid);
        }
        if (grids.isEmpty()) {
            venue.problem("at least one [[venues.instruments]]");
        }
        return grids;
    }

    private static void check(Section line, GridSettings grid, InstrumentSettings instrument) {
        try {
            var _ = grid.at(instrument.priceScale(), instrument.quantityScale());
        } catch (IllegalArgumentException | ArithmeticException refused) {
            line.problem("a grid at the scales of " + grid.symbol() + ": " + refused.getMessage());
        }
    }
}
