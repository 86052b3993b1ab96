package io.tidegate.venues.binance;

import io.tidegate.model.order.OrderType;
import io.tidegate.model.order.TimeInForce;
import io.tidegate.model.venue.VenueFeature;
import io.tidegate.venues.api.Capabilities;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;

/// What the venue does natively, as data (binance.md sections 3.1 to 3.3).
final class Abilities {
    private Abilities() {}

    /// An order is amended in place only to less quantity, which is no amendment in our sense: a new price is a
    /// replacement.
    static Capabilities of(BinanceSettings settings) {
        return new Capabilities(
                "binance",
                Collections.unmodifiableSet(EnumSet.of(
                        OrderType.MARKET,
                        OrderType.LIMIT,
                        OrderType.STOP_LIMIT,
                        OrderType.STOP_MARKET,
                        OrderType.TRAILING_STOP)),
                Collections.unmodifiableSet(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK)),
                false,
                true,
                true,
                false, // an id is refused only while an order of that id is open (section 9, quirk 5)
                false,
                Duration.ofMillis(Requests.RECV_WINDOW_MS).toNanos(),
                Duration.ofSeconds(30).toNanos(),
                "order.status by client order id",
                Limits.rules(settings),
                Collections.unmodifiableSet(EnumSet.of(
                        VenueFeature.STOP_LIMIT,
                        VenueFeature.STOP_MARKET,
                        VenueFeature.TRAILING_STOP,
                        VenueFeature.ICEBERG,
                        VenueFeature.SELF_TRADE)));
    }
}
