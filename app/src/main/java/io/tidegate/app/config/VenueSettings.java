package io.tidegate.app.config;

import io.tidegate.model.command.DefineVenueAccount;
import io.tidegate.model.venue.VenueTerms;
import io.tidegate.venues.binance.BinanceSettings.OrdersBy;
import io.tidegate.venues.binance.BinanceSite;
import java.util.List;

/// An account at Binance.
///
/// @param account      the tenant that owns it
/// @param label        tells several of one venue apart
/// @param ordersPer10s what the venue allows this account in ten seconds
/// @param ordersPerDay and in a day
/// @param ordersBy     which way orders and cancels take
/// @param grids        what is traded there
public record VenueSettings(
        String account,
        String venue,
        String label,
        VenueTerms terms,
        BinanceSite site,
        String apiKey,
        Secret secret,
        int ordersPer10s,
        int ordersPerDay,
        OrdersBy ordersBy,
        List<GridSettings> grids) {
    public VenueSettings {
        grids = List.copyOf(grids);
    }

    /// The same as a command.
    public DefineVenueAccount definition() {
        return new DefineVenueAccount(account, venue, label, terms);
    }

    /// The name that people use.
    public String name() {
        return venue + ":" + label;
    }
}
