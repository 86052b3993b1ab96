package io.tidegate.app.demo;

import io.tidegate.api.access.AccessKey;
import io.tidegate.api.access.Caller;
import io.tidegate.api.access.KeyRing;
import io.tidegate.api.access.Role;
import io.tidegate.api.http.ApiSettings;
import io.tidegate.app.config.Configuration;
import io.tidegate.app.config.GridSettings;
import io.tidegate.app.config.HttpSettings;
import io.tidegate.app.config.InstrumentSettings;
import io.tidegate.app.config.NodeSettings;
import io.tidegate.app.config.Secret;
import io.tidegate.app.config.VenueSettings;
import io.tidegate.execution.route.RoutingRules;
import io.tidegate.model.command.SetLimits;
import io.tidegate.model.number.Amount;
import io.tidegate.model.risk.Limits;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.simulator.SimServer;
import io.tidegate.simulator.account.Credentials;
import io.tidegate.simulator.venue.Listing;
import io.tidegate.transport.Endpoint;
import io.tidegate.venues.binance.BinanceSettings.OrdersBy;
import io.tidegate.venues.binance.BinanceSite;
import java.nio.file.Path;
import java.util.List;

/// The configuration of a demonstration: one account at the simulated venue, with room for the load.
public final class DemoConfiguration {
    public static final String ACCOUNT = "demo";

    private static final int FEE_RESERVE_BPS = 10;
    private static final long SEND_WITHIN_NS = 2_000_000_000L;
    private static final long REQUEST_EXPIRY_NS = 5_000_000_000L;
    private static final long VISIBILITY_NS = 30_000_000_000L;
    private static final int VENUE_ORDERS_MAX = 1_000_000;

    private DemoConfiguration() {}

    /// @param key that the load uses
    static Configuration of(SimServer sim, Path folder, String key, int rate) {
        var site = BinanceSite.ownHost(Endpoint.parse(sim.restOrigin()), Endpoint.parse(sim.socketOrigin()));
        return of(site, sim.credentials(), folder, key, rate);
    }

    /// The same for a simulated venue in another process.
    ///
    /// @param rate orders a second, for which the account's limits leave room tenfold
    public static Configuration of(BinanceSite site, Credentials credentials, Path folder, String key, int rate) {
        var venue = new VenueSettings(
                ACCOUNT,
                "binance",
                "sim",
                new VenueTerms(FEE_RESERVE_BPS, SEND_WITHIN_NS, REQUEST_EXPIRY_NS, VISIBILITY_NS),
                site,
                credentials.apiKey(),
                new Secret(credentials.secret()),
                VENUE_ORDERS_MAX,
                VENUE_ORDERS_MAX,
                OrdersBy.SOCKET,
                Listing.usual().stream().map(DemoConfiguration::grid).toList());
        var limits = new Limits(
                100_000,
                Math.max(1_000, 10 * rate),
                Amount.ZERO,
                Limits.DEFAULT.collarBps(),
                Limits.DEFAULT.referenceAgeMaxNs(),
                0,
                Limits.Duplicates.OFF);
        return new Configuration(
                NodeSettings.in(folder).withSyncLevel(0),
                new HttpSettings("127.0.0.1", 0, new ApiSettings(10_000, 10_000)),
                List.of(new AccessKey(new Caller("load", ACCOUNT, Role.ADMIN), KeyRing.sha256(key))),
                RoutingRules.DEFAULT,
                List.of(new SetLimits(ACCOUNT, limits, "demo")),
                Listing.usual().stream().map(DemoConfiguration::instrument).toList(),
                List.of(venue));
    }

    private static InstrumentSettings instrument(Listing listing) {
        var instrument = listing.instrument();
        return new InstrumentSettings(
                instrument.symbol(),
                instrument.assetClass(),
                listing.base().code(),
                listing.quote().code(),
                instrument.priceScale(),
                instrument.quantityScale());
    }

    private static GridSettings grid(Listing listing) {
        var instrument = listing.instrument();
        var grid = listing.grid();
        return new GridSettings(
                instrument.symbol(),
                instrument.priceText(grid.tick()),
                instrument.quantityText(grid.lot()),
                instrument.quantityText(grid.quantityMin()),
                instrument.quantityText(grid.quantityMax()),
                grid.notionalMin().toString());
    }
}
